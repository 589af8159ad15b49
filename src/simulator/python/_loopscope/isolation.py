"""What a program may not import, and what it is told.

The wall is on the host's side, where nothing is left that could reach out of the worker. This is
the notice on the door: the modules that lead to JavaScript or to raw memory are not there, and
importing one, or a part of the standard library that is not shipped, says why.
"""

import importlib.machinery
import os
import sys

from . import library

_TO_JAVASCRIPT = "programs here cannot reach the page or JavaScript"
_TO_MEMORY = "programs here cannot reach raw memory or foreign code"
_NOT_SHIPPED = "this part of the standard library is not shipped with the page"

_REFUSED = {
    **dict.fromkeys(("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"), _TO_JAVASCRIPT),
    # `ctypes` beside this package can be imported, and says the same when it is used.
    "_ctypes": _TO_MEMORY,
}


_INCOMPLETE = {
    "concurrent.interpreters": "_interpreters",
    "concurrent.futures.interpreter": "_interpreters",
    "multiprocessing.shared_memory": "_posixshmem",
}
"""Modules that are there but for what they stand on, which is what the error is about natively."""


class _Refusals:
    """A finder that comes first, and finds nothing for names that are refused."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        reason = _REFUSED.get(name.partition(".")[0])
        if reason is not None:
            raise ModuleNotFoundError(f"No module named {name!r}: {reason}", name=name)
        if name in _INCOMPLETE:
            missing = _INCOMPLETE[name]
            raise ModuleNotFoundError(f"No module named {name!r}: {_NOT_SHIPPED}", name=missing)
        return None


_ELSEWHERE = {"_overlapped", "_winapi", "msvcrt", "nt", "winreg", "winsound"}
"""In CPython on Windows, and not on Linux either."""

_IN_CPYTHON = (sys.stdlib_module_names | {"test"}) - _ELSEWHERE


class _NotShipped:
    """A finder that comes last: what nobody found, but CPython has, is not shipped."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in _IN_CPYTHON:
            raise ModuleNotFoundError(f"No module named {name!r}: {_NOT_SHIPPED}", name=name)
        return None


_FOR_PACKAGES = ("bz2", "compression", "lzma", "shutil", "tempfile", "zipfile")
"""What Pyodide imports only to unpack packages, and few programs do."""


def forget_levers() -> None:
    """What ends Pyodide, or has it call JavaScript unguarded, is nobody's to pull."""
    import _pyodide_core

    del _pyodide_core.raw_call, _pyodide_core.trigger_fatal_error


def forget_packages() -> None:
    """No package can be loaded here, so what would unpack one need not be in the boot image."""
    from pyodide import _package_loader, common

    del _package_loader.shutil, _package_loader.NamedTemporaryFile, _package_loader.ZipFile
    del common.shutil
    for name in list(sys.modules):
        if name.partition(".")[0] in _FOR_PACKAGES:
            del sys.modules[name]


def is_refused(name) -> bool:
    """Whether no program may have the module of that name."""
    return name.partition(".")[0] in _REFUSED


def install() -> None:
    os.environ.pop("LD_LIBRARY_PATH", None)
    # Each folder once: what is in one would be found as often.
    sys.path[:] = dict.fromkeys(sys.path)
    for name in list(sys.modules):
        if is_refused(name):
            del sys.modules[name]
    sys.meta_path[:] = [
        _Refusals,
        importlib.machinery.BuiltinImporter,
        importlib.machinery.FrozenImporter,
        library.Finder,
        library.StandIns,
        _NotShipped,
    ]
