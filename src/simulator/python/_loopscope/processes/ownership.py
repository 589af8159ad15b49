"""What a process has for itself among what modules hold: ``sys.argv``, ``os.environ``, handlers …

All processes share one interpreter and its library modules. What a program could tell by is
exchanged whenever another process begins to run; so is the working directory, and the modules that
were loaded from the program's own folder.
"""

import asyncio
import atexit
import concurrent.futures.thread
import itertools
import logging
import os
import random
import sys
import threading
import warnings
import weakref
from asyncio import events
from importlib.machinery import SourceFileLoader

from .. import kernel, library, library_names, observing, threads
from ..step_log import OWN_LOOKS, words
from . import registrations, settings
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
    yield settings.attribute()
    yield from registrations.attributes()
    yield library_names.library, "changes", lambda: library_names.Changes({}, 0)
    yield events, "_event_loop_policy", lambda: None
    yield observing, "enabled", lambda: False


def _of_interpreter():
    """What ``options`` sets, and what a program may have set of it."""
    for name in ("flags", "dont_write_bytecode"):
        yield sys, name, lambda initial=getattr(sys, name): initial
    yield sys, "warnoptions", list
    yield sys, "_xoptions", dict
    yield SourceFileLoader.source_to_code, "__kwdefaults__", lambda: {"_optimize": -1}
    initial_filters = warnings.filters.copy()
    yield _Filters(warnings.filters), "items", lambda: initial_filters


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
    """A dictionary or list whose contents are exchanged, because functions hold on to the object."""

    def __init__(self, collection):
        self._collection = collection

    @property
    def items(self):
        return self._collection.copy()

    @items.setter
    def items(self, items):
        self._collection.clear()
        (self._collection.update if type(items) is dict else self._collection.extend)(items)


class _Filters(Contents):
    """Those of ``warnings``, which is to hear of it."""

    items = property(Contents.items.fget)

    @items.setter
    def items(self, items):
        Contents.items.fset(self, items)
        with warnings._lock:
            warnings._filters_mutated_lock_held()


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


def _fit_decimal(decimal):
    context = decimal.DefaultContext
    for name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp"):
        add((context, name, lambda initial=getattr(context, name): initial))


def add(*more) -> None:
    """Exchange more: what a module holds that the running process has just imported."""
    global attributes
    attributes += more


def names_of(module) -> set:
    """Those of a module's names that are exchanged."""
    return {name for holder, name, _ in attributes if holder is module}


class ProcessGlobals:
    """One process's values of those attributes, kept while another process runs."""

    def __init__(self):
        self._values = None
        self._modules = {}
        self._environ = {}
        self._directory = None
        self._umask = 0

    def begin_with(self, environ, directory, umask):
        """What a process is given at its start; ``environ`` in bytes."""
        self._environ = environ
        self._directory = directory
        self._umask = _umask() if umask is None else umask
        library_names.library.look_again()

    def begin_anew(self, environ):
        """The running process is given what a new one is, in its folder and with its mask."""
        self.take_away()
        self._environ = environ
        self._modules = {}
        self._make()

    def take_away(self):
        self._values = [getattr(holder, name, _DELETED) for holder, name, _ in attributes]
        self._modules = {name: sys.modules.pop(name) for name in library.names_of_others()}
        self._directory = os.getcwd()
        self._umask = _umask()

    def put_in_place(self):
        words[OWN_LOOKS] += _LOOKS
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
        self._enter()

    def _make(self):
        _renew(attributes)
        os.environ._data = os.environb._data = self._environ
        self._enter()

    def _enter(self):
        os.chdir(self._directory)
        os.umask(self._umask)


def _umask():
    """There is no way to look but to change it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


_DELETED = object()

_LOOKS = 65
"""What it takes to exchange a process's settings and its library, which natively are nobody's to exchange."""


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
    _initial_path = list(sys.path)
    _initial_thread_atexits = list(threading._threading_atexits)
    library.fit("decimal", _fit_decimal)


def begin() -> None:
    """Remember more of it, which is not there before a program begins."""
    add(settings.collections())
