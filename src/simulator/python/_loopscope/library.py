"""Modules of the library that a program imports: at no cost in time, and fitted to the simulator.

What nearly every program needs is in the boot image, already fitted. The rest would only make the
image larger, and is read from the library's archive.
"""

import errno
import os
import sys
from importlib.machinery import PathFinder

from . import kernel, library_names, own_builtins

FOLDER = "/usr/lib/python3.14"

_fits = {}


_known = set()
"""The names of modules that are the library's."""


def take_stock(is_refused, names_apart) -> None:
    """What is loaded now is the library's, and so is what it holds, but for a module's names apart.

    ``is_refused`` says whether a module of that name goes before a program begins.
    """
    modules = {
        name: module
        for name, module in sys.modules.items()
        if name != "__main__" and not is_refused(name)
    }
    _known.update(modules)
    library_names.library.watch(modules, names_apart)


def names_of_others() -> list:
    """The names of loaded modules that do not come from the library, but from the program."""
    names = sys.modules.keys() - _known
    others = [name for name in names if not _has(sys.modules[name])]
    _known.update(names.difference(others))
    return others


def _has(module) -> bool:
    try:
        origin = getattr(getattr(module, "__spec__", None), "origin", None)
    except kernel.RunOver:
        raise
    except BaseException:
        return False
    is_text = type(origin) is str
    if not is_text or origin.startswith(_STAND_INS):
        return False
    return origin in _IN_CPYTHON or origin.startswith(("/usr/lib", "/lib"))


_IN_CPYTHON = ("built-in", "frozen")


def fit(name, how) -> None:
    """Have ``how(module)`` called when it has been imported, before its importer goes on."""
    _fits.setdefault(name, []).append(how)


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        _look_again()
        try:
            spec = PathFinder.find_spec(name, path, target)
        except OSError as error:
            # A page fetches the library's archive at the first look into it; see `library-on-demand.ts`.
            if error.errno != errno.EIO:
                raise
            raise ImportError(f"cannot import {name!r}: {_OFFLINE}", name=name) from None
        origin = spec and spec.origin or ""
        if origin.startswith(_STAND_INS):
            spec.loader = _Uncharged(spec.loader)
        elif origin.startswith(FOLDER):
            spec.loader = _Loader(own_builtins.loader_for(name, spec.loader))
        elif origin.startswith(SITE_PACKAGES):
            spec.loader = _Uncharged(spec.loader)
        return spec

    find_distributions = PathFinder.find_distributions


class StandIns:
    """A finder that comes late: for client libraries of HTTP that nobody found there are ``_stand_ins``.

    Each process imports its own, as it would a module of the program's, and is told what they are.
    """

    @staticmethod
    def find_spec(name, path=None, target=None):
        library, _, rest = name.partition(".")
        if library not in ("aiohttp", "httpx", "requests"):
            return None
        if not rest:
            return Finder.find_spec(name, [_STAND_INS])
        origin = getattr(getattr(sys.modules.get(library), "__spec__", None), "origin", None)
        if type(origin) is str and origin.startswith(_STAND_INS):
            words = f"No module named {name!r}: {library} is a stand-in with its commonest calls"
            raise ModuleNotFoundError(words, name=name)
        return None


_STAND_INS = f"{FOLDER}/_stand_ins"

_OFFLINE = "it is fetched when a program first needs it, and the network seems to be missing"


SITE_PACKAGES = "/lib/python3.14/site-packages"


def find_packages() -> None:
    """The folder was empty when it was last listed, and its time is still the same."""
    finder = sys.path_importer_cache.get(SITE_PACKAGES)
    if finder is not None and os.listdir(SITE_PACKAGES):
        finder.invalidate_caches()


def _look_again():
    """CPython lists a folder anew when its time has changed; here the clock may stand still."""
    for folder, finder in sys.path_importer_cache.items():
        if folder.startswith("/home/") and finder is not None:
            finder.invalidate_caches()


class _Uncharged:
    """Importing costs a program no time: how long it takes depends on whether compiled code was kept."""

    def __init__(self, loader):
        self._loader = loader

    def exec_module(self, module):
        was_exempt = kernel.exempt(True)
        try:
            self._execute(module)
        finally:
            kernel.exempt(was_exempt)

    def _execute(self, module):
        self._loader.exec_module(module)

    def __getattr__(self, name):
        return getattr(self._loader, name)


class _Loader(_Uncharged):
    def _execute(self, module):
        super()._execute(module)
        for how in _fits.get(module.__name__, ()):
            how(module)
        library_names.library.adopt(module)
