"""What a process has for itself among what modules hold: ``sys.argv``, ``os.environ``, handlers …

All processes share one interpreter and its library modules. What a program could tell by is
exchanged whenever another process begins to run; so is the working directory, and the modules that
were loaded from the program's own folder.
"""

import asyncio
import atexit
import builtins
import concurrent.futures.thread
import itertools
import logging
import operator
import os
import random
import sys
import threading
import warnings
import weakref
from asyncio import events
from importlib.machinery import SourceFileLoader

from .. import kernel, library, observing, threads
from .exit_functions import ExitFunctions

_LIBRARY_LOGGERS = (asyncio.log.logger, concurrent.futures._base.LOGGER)


def _fresh_attributes():
    """Attributes in the order in which a new process gets them: holder, name, how to make it."""
    yield sys, "path", lambda: ["", *(entry for entry in _initial_path if entry)]
    yield sys, "argv", lambda: [""]
    yield sys, "excepthook", lambda: sys.__excepthook__
    yield sys, "unraisablehook", lambda: sys.__unraisablehook__
    for name in ("stdin", "stdout", "stderr"):
        yield sys, name, lambda: None
        yield sys, f"__{name}__", lambda: None
    yield os.environ, "_data", dict
    yield os.environb, "_data", dict
    yield from _of_interpreter()
    yield from _of_threads()
    yield from _of_exit()
    yield from _of_logging()
    yield from _of_random()
    yield events, "_event_loop_policy", lambda: None
    yield observing, "enabled", lambda: False


def _rest_of_sys(exchanged):
    return _Names(vars(sys), apart={"modules", *(name for holder, name, _ in exchanged if holder is sys)})


def _of_interpreter():
    """What ``options`` sets, and what a program may have set of it."""
    for name in ("flags", "dont_write_bytecode"):
        yield sys, name, lambda initial=getattr(sys, name): initial
    yield sys, "warnoptions", list
    yield sys, "_xoptions", dict
    yield SourceFileLoader.source_to_code, "__kwdefaults__", lambda: {"_optimize": -1}
    initial_filters = list(warnings.filters)
    yield _Filters(), "items", lambda: list(initial_filters)
    yield _Names(vars(builtins)), "changes", dict


class _Filters:
    """Those of ``warnings``, which functions hold on to."""

    @property
    def items(self):
        return list(warnings.filters)

    @items.setter
    def items(self, items):
        warnings.filters[:] = items
        with warnings._lock:
            warnings._filters_mutated_lock_held()


class _Names:
    """What a program has put in the place of a module's own names; nothing for a deleted one."""

    _MISSING = object()

    def __init__(self, names, apart=frozenset()):
        self._names = names
        self._apart = apart
        self._initial = dict(names)
        watched = [name for name in names if name not in apart]
        self._watched = operator.itemgetter(*watched)
        self._watched_initially = self._watched(names)

    @property
    def changes(self):
        now, initial, missing = self._names, self._initial, self._MISSING
        # In C, and so at no cost: this is asked whenever another process begins to run.
        try:
            watched = self._watched(now)
            if len(now) == len(initial) and all(map(operator.is_, watched, self._watched_initially)):
                return {}
        except KeyError:
            # One was deleted.
            pass
        changed = [name for name in initial if now.get(name, missing) is not initial[name]]
        return {
            name: now.get(name, missing)
            for name in (*changed, *(now.keys() - initial))
            if name not in self._apart
        }

    @changes.setter
    def changes(self, changes):
        if not changes and not self.changes:
            return
        for name in self.changes.keys() - changes:
            self._names[name] = self._initial.get(name, self._MISSING)
        self._names.update(changes)
        for name in [name for name, value in self._names.items() if value is self._MISSING]:
            del self._names[name]


def _of_threads():
    yield threads, "_alive", list
    yield threads, "_started", int
    yield threading, "_active", dict
    yield threading, "_limbo", dict
    yield threading, "_dangling", weakref.WeakSet
    yield threading, "_counter", lambda: itertools.count(1).__next__
    yield threading, "_main_thread", threading._MainThread
    yield threading, "_threading_atexits", lambda: list(_initial_thread_atexits)
    yield threading, "_SHUTTING_DOWN", lambda: False
    pools = concurrent.futures.thread
    yield pools, "_threads_queues", weakref.WeakKeyDictionary
    yield pools, "_shutdown", lambda: False
    yield pools, "_global_shutdown_lock", threads.lock
    yield pools.ThreadPoolExecutor, "_counter", lambda: itertools.count().__next__


def _of_exit():
    functions = lambda: atexit.register.__self__
    yield atexit, "register", lambda: ExitFunctions().register
    for name in ("unregister", "_clear", "_run_exitfuncs", "_ncallbacks"):
        yield atexit, name, lambda name=name: getattr(functions(), name)


def _of_logging():
    yield logging, "root", lambda: logging.RootLogger(logging.WARNING)
    yield logging.Logger, "root", lambda: logging.root
    yield logging.Logger, "manager", lambda: logging.Manager(logging.root)
    yield logging, "_handlers", weakref.WeakValueDictionary
    yield logging, "_handlerList", list
    for logger in _LIBRARY_LOGGERS:
        yield logger, "parent", lambda: logging.root
        yield logger, "handlers", list
        yield logger, "level", int
        yield logger, "_cache", dict


def _of_random():
    """The generator behind ``random.random`` and its kin; each process starts from its number."""
    yield random, "_inst", lambda: random.Random(kernel.process.pid)
    for name, value in vars(random).items():
        if getattr(value, "__self__", None) is random._inst:
            yield random, name, lambda name=name: getattr(random._inst, name)


class Contents:
    """A dictionary whose contents are exchanged, because functions hold on to the object."""

    def __init__(self, dictionary):
        self._dictionary = dictionary

    @property
    def items(self):
        return dict(self._dictionary)

    @items.setter
    def items(self, items):
        self._dictionary.clear()
        self._dictionary.update(items)


class AtExit:
    """A function that a library module registers with ``atexit`` as a process imports it."""

    def __init__(self, function):
        self._function = function

    @property
    def is_new(self):
        return False

    @is_new.setter
    def is_new(self, is_new):
        if is_new:
            atexit.register(self._function)


def add(*more) -> None:
    """Exchange more: what a module holds that the running process has just imported."""
    global attributes
    attributes += more


class ProcessGlobals:
    """One process's values of those attributes, kept while another process runs."""

    def __init__(self):
        self._values = None
        self._modules = {}
        self._environ = {}
        self._directory = None

    def begin_with(self, environ, directory):
        """What a process is given at its start; ``environ`` in bytes."""
        self._environ = environ
        self._directory = directory

    def take_away(self):
        self._values = [getattr(holder, name, _DELETED) for holder, name, _ in attributes]
        self._modules = {name: sys.modules.pop(name) for name in library.names_of_others()}
        self._directory = os.getcwd()

    def put_in_place(self):
        if self._values is None:
            self._make()
            return
        for (holder, name, _), value in zip(attributes, self._values):
            if value is not _DELETED:
                setattr(holder, name, value)
            elif hasattr(holder, name):
                delattr(holder, name)
        _renew(attributes[len(self._values) :])
        sys.modules.update(self._modules)
        os.chdir(self._directory)

    def _make(self):
        _renew(attributes)
        os.environ._data = os.environb._data = self._environ
        os.chdir(self._directory)


_DELETED = object()


def _renew(which):
    for holder, name, fresh in which:
        setattr(holder, name, fresh())


attributes = ()
_initial_path = []
_initial_thread_atexits = []


def install() -> None:
    """Remember what every process starts with."""
    global attributes, _initial_path, _initial_thread_atexits
    attributes = tuple(_fresh_attributes())
    attributes += ((_rest_of_sys(attributes), "changes", dict),)
    _initial_path = list(sys.path)
    _initial_thread_atexits = list(threading._threading_atexits)
    library.take_stock()
