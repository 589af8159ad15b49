"""What ``multiprocessing`` and ``ProcessPoolExecutor`` need of a system: semaphores and pipes.

Both are CPython's own, in the way in which they start processes where there is no ``fork``: the
child is a fresh interpreter that imports the main module as ``__mp_main__`` and is sent its work,
pickled, through a pipe. ``forkserver``, the default on Linux since 3.14, is ``spawn`` in all that a
program can see.
"""

import itertools
import sys
import types
import weakref

from .. import kernel, library, moments, parking, threads
from . import ownership

RECURSIVE_MUTEX, SEMAPHORE = 0, 1


class _Counter:
    """A semaphore in the system, which processes reach by its handle."""

    def __init__(self, value):
        self.value = value
        self.waiters = parking.Waiters()


_counters = {}
_handles = itertools.count(1)


class SemLock:
    """``_multiprocessing.SemLock``: a lock or semaphore shared by processes."""

    SEM_VALUE_MAX = 2**31 - 1

    def __init__(self, kind, value, maxvalue, name, unlink):
        handle = next(_handles)
        _counters[handle] = _Counter(value)
        self._become(handle, kind, maxvalue, name)

    def _become(self, handle, kind, maxvalue, name):
        self.handle, self.kind, self.maxvalue, self.name = handle, kind, maxvalue, name
        self._counter = _counters[handle]
        self._held = 0
        self._owner = None

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name):
        lock = cls.__new__(cls)
        lock._become(handle, kind, maxvalue, name)
        return lock

    def acquire(self, block=True, timeout=None):
        kernel.settle()
        if self.kind == RECURSIVE_MUTEX and self._is_mine():
            self._held += 1
            return True
        counter = self._counter
        due_ns = None
        if timeout is not None:
            due_ns = moments.after(max(timeout, 0))
        while counter.value == 0:
            if not block or not counter.waiters.wait(due_ns):
                return False
        counter.value -= 1
        self._held += 1
        self._owner = threads.get_ident()
        return True

    def release(self):
        kernel.settle()
        if self.kind == RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._held > 1:
                self._held -= 1
                return
        elif self._counter.value >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        self._held -= 1
        self._counter.value += 1
        # All, because the first may have been killed since it began to wait.
        self._counter.waiters.wake_all()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _is_mine(self):
        return self._held > 0 and self._owner == threads.get_ident()

    def _is_zero(self):
        return self._counter.value == 0

    def _get_value(self):
        return self._counter.value

    def _count(self):
        return self._held

    def _after_fork(self):
        self._held = 0


def _refuse_manager(self, *args, **kwargs):
    raise NotImplementedError(
        "multiprocessing.Manager is not available in Loopscope; use a Queue or a Pipe"
    )


def _refuse_fork(self):
    raise ValueError("the start method 'fork' is not available in Loopscope; use 'spawn'")


def _provide(name, **contents):
    module = sys.modules[name] = types.ModuleType(name)
    vars(module).update(contents)


def _fit_package(package):
    from multiprocessing import context, process

    # The real one is refused: it stands on ctypes.
    from . import shared_values

    sys.modules["multiprocessing.sharedctypes"] = package.sharedctypes = shared_values
    package.resource_tracker = sys.modules["multiprocessing.resource_tracker"]
    context.ForkContext._check_available = _refuse_fork
    context.ForkServerContext._check_available = lambda self: None
    context.ForkServerProcess._Popen = staticmethod(context.SpawnProcess._Popen)
    context._default_context._default_context = context._concrete_contexts["forkserver"]
    ownership.add(
        (context._default_context, "_actual_context", lambda: None),
        (process, "_current_process", type(process._current_process)),
        (process, "_parent_process", lambda: None),
        (process, "_process_counter", lambda: itertools.count(1)),
        (process, "_children", set),
        (process, "_dangling", weakref.WeakSet),
    )


def _fit_managers(managers):
    managers.BaseManager.start = managers.BaseManager.connect = _refuse_manager


def _fit_util(util):
    ownership.add(
        (ownership.Contents(util._finalizer_registry), "items", dict),
        (util, "_afterfork_registry", weakref.WeakValueDictionary),
        (util, "_exiting", lambda: False),
        (util, "_logger", lambda: None),
        (ownership.AtExit(util._exit_function), "is_new", lambda: True),
    )


def _fit_pools(pools):
    ownership.add(
        (pools, "_threads_wakeups", weakref.WeakKeyDictionary),
        (pools, "_global_shutdown", lambda: False),
    )


def install() -> None:
    _provide("_multiprocessing", SemLock=SemLock, sem_unlink=lambda name: None, flags={})
    # Nothing outlives a run, so nothing is tracked.
    _provide(
        "multiprocessing.resource_tracker",
        _resource_tracker=types.SimpleNamespace(_fd=None, _stop=lambda: None),
        getfd=lambda: 2,
        ensure_running=lambda: None,
        register=lambda name, kind: None,
        unregister=lambda name, kind: None,
    )
    library.fit("multiprocessing", _fit_package)
    library.fit("multiprocessing.managers", _fit_managers)
    library.fit("multiprocessing.util", _fit_util)
    library.fit("concurrent.futures.process", _fit_pools)
