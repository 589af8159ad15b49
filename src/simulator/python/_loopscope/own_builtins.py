"""Our modules have the names that are built in for themselves: a program may delete or replace its own.

What stands in here for code that is written in C natively doesn't notice that either.
"""

import builtins
import sys
from importlib.machinery import PathFinder

_OURS = (__package__, "ctypes", "grp", "loopscope", "pwd", "resource")

_builtins = dict(vars(builtins))

_modules = sys.modules
"""A program may put something else in its place."""


def take_over() -> None:
    """What we have put in the place of built-in names is ours to use, too. Called when all of us is there."""
    _builtins.update(vars(builtins))


def is_ours(name) -> bool:
    """Whether a module of that name comes with the simulator."""
    return name.partition(".")[0] in _OURS


def module_named(name):
    """A module of ours; None where it is not loaded."""
    return _modules.get(name)


def our_modules() -> list:
    """What is loaded of ours."""
    return [module for name, module in _modules.items() if type(name) is str and is_ours(name)]


class Finder:
    """Finds our own modules alone; for the time until ``library.Finder`` does it."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] != __package__:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None:
            spec.loader = loader_for(name, spec.loader)
        return spec


def loader_for(name, loader):
    """The loader of a module of the library's or ours; ours are given what is built in for themselves."""
    return _Loader(loader) if is_ours(name) else loader


class _Loader:
    def __init__(self, loader):
        self._loader = loader

    def exec_module(self, module):
        # Functions take from here, as they are made, what they find built in.
        module.__builtins__ = _builtins
        self._loader.exec_module(module)

    def __getattr__(self, name):
        return getattr(self._loader, name)


sys.meta_path.insert(0, Finder)
