"""What ``multiprocessing`` and ``ProcessPoolExecutor`` need of a system: semaphores and pipes.

Both are CPython's own, in the way in which they start processes where there is no ``fork``: the
child is a fresh interpreter that imports the main module as ``__mp_main__`` and is sent its work,
pickled, through a pipe. ``forkserver``, the default on Linux since 3.14, is ``spawn`` in all that a
program can see.
"""

import itertools
import multiprocessing
import sys
import types

from .. import kernel, threads

RECURSIVE_MUTEX, SEMAPHORE = 0, 1


class _Counter:
    """A semaphore in the system, which processes reach by its handle."""

    def __init__(self, value):
        self.value = value
        self.waiters = threads.Waiters()


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
            due_ns = kernel.now_ns() + kernel.to_ns(max(timeout, 0))
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


def _provide_module():
    module = types.ModuleType("_multiprocessing")
    module.SemLock = SemLock
    module.sem_unlink = lambda name: None
    module.flags = {}
    sys.modules["_multiprocessing"] = module


def _provide_tracker():
    """``multiprocessing.resource_tracker``: nothing outlives a run, so nothing is tracked."""
    module = types.ModuleType("multiprocessing.resource_tracker")
    module._resource_tracker = types.SimpleNamespace(_fd=None, _stop=lambda: None)
    module.getfd = lambda: 2
    module.ensure_running = lambda: None
    module.register = module.unregister = lambda name, kind: None
    sys.modules[module.__name__] = multiprocessing.resource_tracker = module


def install() -> None:
    _provide_module()
    _provide_tracker()
    # Imported here because they take the system's calls for their own as they are imported.
    from multiprocessing import context, managers, spawn

    # Not at the top either, and the real one is refused: it stands on ctypes.
    from . import shared_values

    sys.modules["multiprocessing.sharedctypes"] = multiprocessing.sharedctypes = shared_values
    managers.BaseManager.start = managers.BaseManager.connect = _refuse_manager
    context.ForkContext._check_available = _refuse_fork
    context.ForkServerContext._check_available = lambda self: None
    context.ForkServerProcess._Popen = staticmethod(context.SpawnProcess._Popen)
    context._default_context._default_context = context._concrete_contexts["forkserver"]
    spawn.set_executable(sys.executable)
