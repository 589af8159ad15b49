"""What one process has put in the place of the library's names: its modules are the same for all.

To look costs half a millisecond of real time. So it is done when a process ends, starts another or
is young, and what a program does later stays where it is until then.
"""

import bisect
import operator
import sys
import types
from itertools import accumulate, chain, compress, count, repeat

from . import kernel, own_builtins

_MISSING = object()

_YOUNG = 100
"""How often a process is looked at when another begins to run. Who replaces names does it early."""


class _Namespace:
    """One dictionary of names, and what every process finds there at its start."""

    def __init__(self, names, initial):
        self.names = names
        self.initial = initial
        self._apart = names.keys() - initial.keys()

    @property
    def usual_length(self):
        return len(self.initial) + len(self._apart)

    def changes(self):
        """By name what stands there that is not the library's; ``_MISSING`` for what was deleted."""
        names, initial = self.names, self.initial
        now = map(names.get, initial, repeat(_MISSING))
        changed = compress(initial, map(operator.is_not, now, initial.values()))
        added = names.keys() - initial.keys() - self._apart
        return {name: names.get(name, _MISSING) for name in (*changed, *added)}

    def undo(self, names):
        self.put({name: self.initial.get(name, _MISSING) for name in names})

    def put(self, changes):
        for name, value in changes.items():
            if value is _MISSING:
                self.names.pop(name, None)
            else:
                self.names[name] = value


class _Modules(_Namespace):
    """``sys.modules``, where the program's own stand as well; those are moved by whoever knows them."""

    def changes(self):
        found = super().changes()
        return {name: value for name, value in found.items() if name in self.initial}


class Changes:
    """What one process has changed, by the namespaces; and how often it was looked for."""

    def __init__(self, found, looks):
        self.found = found
        self.looks = looks


class Library:
    """``changes`` are those of the process that runs."""

    def __init__(self):
        self._modules = _Modules({}, {})
        self._namespaces = {}
        """Those of modules, by their names."""
        self._names_apart = None
        self._running = Changes({}, 0)

    def watch(self, modules, names_apart):
        """Take what they hold now for what every process finds in them, but for the names apart.

        ``modules`` is by their names, ``names_apart`` tells a module's.
        """
        self._names_apart = names_apart
        self._modules = _Modules(sys.modules, modules)
        for module in modules.values():
            self._watch(module)
        self._prepare_to_look()

    def adopt(self, module):
        """A module was loaded: it stays, for every process, and so does its name in its package."""
        self._watch(module)
        self._modules.initial[module.__name__] = module
        package, _, name = module.__name__.rpartition(".")
        if package in self._namespaces:
            self._namespaces[package].initial[name] = module
        self._prepare_to_look()

    def _watch(self, module):
        if own_builtins.is_ours(module.__name__) or type(module) is not types.ModuleType:
            return
        names, apart = vars(module), self._names_apart(module)
        initial = {name: value for name, value in names.items() if name not in apart}
        self._namespaces[module.__name__] = _Namespace(names, initial)

    def _prepare_to_look(self):
        self._all = [self._modules, *self._namespaces.values()]
        self._initial = [namespace.initial for namespace in self._all]
        self._gets = [namespace.names.get for namespace in self._all]
        self._ends = list(accumulate(map(len, self._initial)))
        self._names = [namespace.names for namespace in self._all[1:]]
        self._lengths = [namespace.usual_length for namespace in self._all[1:]]

    @property
    def changes(self):
        running = self._running
        if running.looks < _YOUNG or kernel.process.status is not None:
            changed = map(self._all.__getitem__, self._look())
            found = {namespace: namespace.changes() for namespace in changed}
            self._running = Changes(found, running.looks + 1)
        return self._running

    def _look(self):
        """In which namespaces something has changed. All in C, which costs the program no time."""
        now = chain.from_iterable(map(map, self._gets, self._initial))
        initial = chain.from_iterable(map(dict.values, self._initial))
        changed = compress(count(), map(operator.is_not, now, initial))
        places = set(map(bisect.bisect, repeat(self._ends), changed))
        places.update(compress(count(1), map(operator.ne, map(len, self._names), self._lengths)))
        return places

    @changes.setter
    def changes(self, changes):
        for namespace, names in self._running.found.items():
            namespace.undo(names)
        for namespace, names in changes.found.items():
            namespace.put(names)
        self._running = changes

    def look_again(self):
        """Look when another process begins to run, however old this one is."""
        self._running.looks = min(self._running.looks, _YOUNG - 1)


library = Library()
