"""Modules of the library that a program imports: at no cost in time, and fitted to the simulator.

What nearly every program needs is in the boot image, already fitted. The rest would only make the
image larger, and is read from the library's archive.
"""

from importlib.machinery import PathFinder

from . import kernel

FOLDER = "/usr/lib/python3.14"

_fits = {}


def fit(name, how) -> None:
    """Have ``how(module)`` called when it has been imported, before its importer goes on."""
    _fits[name] = how


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        spec = PathFinder.find_spec(name, path, target)
        if spec and (spec.origin or "").startswith(FOLDER):
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader:
    def __init__(self, loader):
        self._loader = loader

    def exec_module(self, module):
        was_excused = kernel.excuse(True)
        try:
            self._loader.exec_module(module)
            how = _fits.get(module.__name__)
            if how:
                how(module)
        finally:
            kernel.excuse(was_excused)

    def __getattr__(self, name):
        return getattr(self._loader, name)
