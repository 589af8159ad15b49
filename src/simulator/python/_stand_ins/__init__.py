"""Stand-ins of our own for client libraries of HTTP, where a program has not got the real ones.

They have the commonest calls of ``requests``, ``httpx`` and ``aiohttp``, with what these take in time:
connections that are kept, limits, timeouts, redirects. What they lack they refuse by name. They are
ordinary Python on the standard library, and know nothing of the simulator; ``library.Finder`` finds them
last, by the names of the libraries.
"""

import sys

VERSION = "0 (stand-in)"


def introduce(library) -> None:
    note = f"{library}: a stand-in with its commonest calls; for the real one, add its wheel"
    print(note, file=sys.stderr)


def refusing(library):
    """The ``__getattr__`` of a stand-in's module."""

    def __getattr__(name):
        if name.startswith("__"):
            raise AttributeError(f"module {library!r} has no attribute {name!r}")
        raise AttributeError(f"module {library!r} has no attribute {name!r}: it is a stand-in with the commonest calls")

    return __getattr__


def refuse_options(library, call, options) -> None:
    for name in options:
        raise TypeError(f"{call}() got an argument {name!r}, which the stand-in for {library} does not take")


class Partial:
    """An object that has part of what the library's has: the rest is neither read nor set in silence."""

    _library = ""
    _lacks = ()
    """Names that a program might set on the library's, in vain on this one."""

    def __getattr__(self, name):
        kind = type(self).__name__
        if name.startswith("_"):
            raise AttributeError(f"{kind!r} object has no attribute {name!r}")
        raise AttributeError(f"{kind!r} object has no attribute {name!r}: it is of the stand-in for {self._library}")

    def __setattr__(self, name, value):
        if name in self._lacks:
            kind = type(self).__name__
            raise AttributeError(f"{kind}.{name} can't be set: it is of the stand-in for {self._library}")
        object.__setattr__(self, name, value)
