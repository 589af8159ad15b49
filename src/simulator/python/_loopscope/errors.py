"""Errors with the numbers and the words of Linux.

Emscripten numbers errors in its own way: a missing file would be ``[Errno 44]`` here and ``[Errno 2]``
on the reader's machine. What Emscripten's file system answers is translated on its way into CPython
(``engine/linux-errors.ts``), and every error of the virtual network and of processes is raised by this
package. ``errno`` and ``OSError`` are taught the same numbers.
"""

import errno
import functools
import gc
import os
import time

from .error_numbers import LINUX, SAME_AS


def error(name: str, detail: str = "", path=None) -> OSError:
    """The exception for an error's name: ``error("EPIPE")`` is a ``BrokenPipeError``.

    ``path`` is the file that it is about, as the program called it.
    """
    number, text = LINUX[name]
    text = f"{text}: {detail}" if detail else text
    return OSError(number, text) if path is None else OSError(number, text, path)


def install():
    _teach_os_error()
    for name in set(errno.errorcode.values()).difference(LINUX):
        delattr(errno, name)
    errno.errorcode.clear()
    errno.errorcode.update({number: name for name, (number, _) in LINUX.items()})
    for name, (number, _) in LINUX.items():
        setattr(errno, name, number)
    for name, other in SAME_AS.items():
        setattr(errno, name, getattr(errno, other))
        if name in _CALLED_BY:
            errno.errorcode[getattr(errno, other)] = name
    os.strerror = _strerror
    os.DirEntry.stat = renumbered(os.DirEntry.stat)
    for name in _CLOCKS_IN_C:
        setattr(time, name, renumbered(getattr(time, name)))
    for name in _NUMBERED_IN_C:
        native = getattr(os, name)
        setattr(os, name, renumbered(native))
        for able in (os.supports_fd, os.supports_dir_fd, os.supports_follow_symlinks):
            if native in able:
                able.add(getattr(os, name))


_CALLED_BY = ("EDEADLOCK", "ENOTSUP")
"""Of two names for a number CPython's table keeps the last."""

_NUMBERED_IN_C = (
    *("getsid", "listdir", "lockf", "lstat", "pread", "putenv", "read", "scandir", "stat", "unsetenv"),
)
"""What the C library refuses by itself, without asking the file system, with these of its numbers.

And two that look at a path, where SQLite does so too (see ``engine/linux-errors.ts``).
"""

_CLOCKS_IN_C = ("clock_getres", "clock_gettime", "clock_gettime_ns")

_NUMBERS_OF_C = {
    getattr(errno, name): name
    for name in ("EBADF", "EINVAL", "EISDIR", "ENOENT", "ENOTDIR", "ESRCH")
}


def renumbered(native):
    """The function, of which no error has a number of Emscripten's that C has set by itself."""

    @functools.wraps(native)
    def call(*args, **kwargs):
        try:
            return native(*args, **kwargs)
        except OSError as failure:
            name = _NUMBERS_OF_C.get(failure.errno)
            if name is None:
                raise
            raise error(name, path=failure.filename) from None

    return call


def _teach_os_error():
    """``OSError(111, …)`` becomes a ``ConnectionRefusedError``, as where asyncio raises it.

    CPython keeps numbers and classes in one dict (``errnomap`` in Objects/exceptions.c), which has
    no public name.
    """
    classes = next(
        referrer
        for referrer in gc.get_referrers(ConnectionRefusedError)
        if type(referrer) is dict and referrer.get(errno.ECONNREFUSED) is ConnectionRefusedError
    )
    of_linux = {
        number: classes.get(getattr(errno, name, None)) for name, (number, _) in LINUX.items()
    }
    for number in {*classes, *of_linux} - _SET_IN_C:
        if of_linux.get(number):
            classes[number] = of_linux[number]
        else:
            classes.pop(number, None)


_SET_IN_C = {errno.EISDIR, errno.ENOENT}
"""The numbers of Emscripten's that CPython meets: on opening a folder as a file, and in ``DirEntry``."""

_texts = {0: "Success", **{number: text for number, text in LINUX.values()}}


def _strerror(code, /):
    return _texts.get(code) or f"Unknown error {code}"
