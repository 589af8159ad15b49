"""Virtual threads: what ``_thread`` gives to CPython's own ``threading``, ``queue`` and pools.

A thread runs until it blocks, or until others have waited for CPython's switch interval; then the
kernel lets another one run. Nothing in here needs to guard against that: the simulator's own code is
never interrupted.
"""

import _thread
import concurrent.futures.thread
import queue
import sys
import threading
import _threading_local
from asyncio import events

from . import agents, entrances, kernel, looks, monitoring, observing, parking, primitives, recursion, unraisable, wait_reasons
from .observing import observed
from .step_log import OWN_LOOKS, words

_MAIN_IDENT = _thread.get_ident()
_IDENT_STEP = 0x1000
"""Identifiers look like a native machine's: large, and apart."""


def ident_of(thread):
    """The identifier of a virtual thread."""
    return _MAIN_IDENT + thread * _IDENT_STEP


def get_ident():
    return ident_of(kernel.current_thread)


def thread_of(ident: int) -> int:
    """The kernel's number of the thread with this identifier."""
    return (ident - _MAIN_IDENT) // _IDENT_STEP


class lock:
    """``_thread.lock``. Releasing hands it to nobody: who runs first takes it, as natively."""

    _loopscope_holder = None
    _loopscope_number = None

    def __init__(self):
        self._locked = False
        self._waiters = parking.Waiters()

    def acquire(self, blocking=True, timeout=-1):
        if timeout is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer or float")
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if timeout > _thread.TIMEOUT_MAX:
            raise OverflowError("timeout value is too large")
        if not self._locked:
            kernel.make_sure_of_room()
            if observing.enabled:
                # Every queue and pool takes locks by the thousand: what ``observed`` does, without its calls.
                self._loopscope_holder = agents.current()
                words[OWN_LOOKS] += 3
                if self._loopscope_number is not None:
                    self._locked = True
                    _lock_changed(self)
            # Last: where a recursion has left no room for the above, the lock is not taken. Where it
            # has, there is room to release it, and for those that wait for it to be told.
            self._locked = True
            return True
        if not blocking or timeout == 0:
            if sys._getframe(1).f_code is not _IS_OWNED:
                kernel.not_yet()
            return False
        due_ns = parking.due_ns_of(timeout)
        kernel.discount_frames(kernel.ROOM)
        try:
            while self._locked:
                if not self._waiters.wait(due_ns):
                    return False
            self._locked = True
            _lock_taken(self)
        finally:
            kernel.discount_frames(-kernel.ROOM)
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        self._loopscope_holder = None
        if self._loopscope_number is None and not self._waiters:
            return
        kernel.discount_frames(kernel.ROOM)
        try:
            if self._loopscope_number is not None:
                _lock_changed(self)
            self._waiters.wake_one()
        finally:
            kernel.discount_frames(-kernel.ROOM)

    def locked(self):
        return self._locked

    def _release_save(self):
        """With the next one: as ``Condition`` does it, in no more frames than that takes of CPython's lock."""
        kernel.discount_frames(kernel.ROOM)
        try:
            self.release()
        finally:
            kernel.discount_frames(-kernel.ROOM)

    def _acquire_restore(self, _):
        kernel.discount_frames(kernel.ROOM)
        try:
            self.acquire()
        finally:
            kernel.discount_frames(-kernel.ROOM)

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def _at_fork_reinit(self):
        self.__init__()

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        state = "locked" if self._locked else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


lock.__module__ = "_thread"


@observed
def _lock_taken(taken):
    taken._loopscope_holder = agents.current()
    if taken._loopscope_number is not None:
        primitives.lock_changed(taken)


_lock_changed = observed(primitives.lock_changed)


class _ThreadHandle:
    """``_thread._ThreadHandle``: lets others wait for a thread's end."""

    def __init__(self):
        self.ident = None
        self._done = False
        self._joiners = parking.Waiters()

    def is_done(self):
        return self._done

    def _set_done(self):
        self._done = True
        self._joiners.wake_all()

    def join(self, timeout=None):
        due_ns = parking.due_ns_of(timeout)
        if self.ident == get_ident() and not self._done:
            raise RuntimeError("Cannot join current thread")
        while not self._done:
            if not self._joiners.wait(due_ns):
                return


_IS_OWNED = threading.Condition._is_owned.__code__
"""It tries to take a lock that it expects to be taken."""

_alive: list[_ThreadHandle] = []
"""Handles of non-daemon threads, which the interpreter's end waits for."""

_started = 0


def _start_joinable_thread(function, handle=None, daemon=True, args=(), kwargs={}):
    global _started
    if not kernel.can_start_threads():
        raise RuntimeError(
            "can't start new thread: this browser cannot switch stacks "
            "(Chromium 137, Firefox 153 and Safari 27 can)"
        )
    daemon = bool(daemon)
    handle = handle or _ThreadHandle()

    @entrances.entrance
    def run():
        global _started
        recursion.begin()
        try:
            function(*args, **kwargs)
        except SystemExit as error:
            agents.thread_failed(error)
        except kernel.RunOver:
            return
        except BaseException as error:
            agents.thread_failed(error)
            unraisable.tell(error, f"Exception ignored in thread started by {function!r}")
        finally:
            agents.thread_ended()
            _started -= 1
            if not daemon:
                _alive.remove(handle)
            handle._set_done()

    kernel.discount_frames(kernel.ROOM)
    try:
        looks.thread_starts()
        thread = kernel.spawn(run)
        _started += 1
        if not daemon:
            _alive.append(handle)
        agents.thread_started(thread, function, daemon)
        handle.ident = ident_of(thread)
    finally:
        kernel.discount_frames(-kernel.ROOM)
    return handle


def _start_new_thread(function, args, kwargs={}, /):
    return _start_joinable_thread(function, args=args, kwargs=kwargs).ident


def _make_thread_handle(ident):
    handle = _ThreadHandle()
    handle.ident = ident
    return handle


def _joined(frame, agent):
    """For whose end a thread waits that stands in ``_ThreadHandle.join``."""
    joined = agents.of_thread(thread_of(frame.f_locals["self"].ident))
    return {} if joined is None else {"joins": joined}


def _unhandled(frame):
    """``threading`` has caught what a ``Thread``'s function raised, and is about to report it."""
    agents.thread_failed(sys.exception())


def _shutdown():
    """Wait for every thread that is not a daemon."""
    while _alive:
        _alive[0].join()


def install():
    """Put virtual threads where CPython's modules look for the real ones."""
    own = {
        "start_joinable_thread": _start_joinable_thread,
        "start_new_thread": _start_new_thread,
        "start_new": _start_new_thread,
        "allocate_lock": lock,
        "allocate": lock,
        "lock": lock,
        "LockType": lock,
        "get_ident": get_ident,
        "get_native_id": get_ident,
        "_ThreadHandle": _ThreadHandle,
        "_make_thread_handle": _make_thread_handle,
        "_shutdown": _shutdown,
        "_count": lambda: _started,
        "_local": _threading_local.local,
        "RLock": threading._PyRLock,
    }
    for name, value in own.items():
        setattr(_thread, name, value)
    _rebind_threading()
    for method, name in (
        (lock.acquire, "Lock.acquire"),
        (lock.__enter__, "Lock.acquire"),
        (threading._PyRLock.acquire, "RLock.acquire"),
        (queue._PySimpleQueue.get, "SimpleQueue.get"),
    ):
        method.__code__ = method.__code__.replace(co_qualname=name)
    wait_reasons.on(_ThreadHandle.join, _joined)
    reporter = monitoring.inner_code(threading._make_invoke_excepthook, "invoke_excepthook")
    monitoring.on_start(reporter, _unhandled)
    concurrent.futures.thread._global_shutdown_lock = lock()
    queue.SimpleQueue = queue._PySimpleQueue
    queue._PySimpleQueue.put = _put
    _name_as_natively(queue.SimpleQueue, "_queue", "SimpleQueue")
    _name_as_natively(threading._PyRLock, "_thread", "RLock")
    _name_as_natively(_threading_local.local, "_thread", "_local")
    # Each thread has its own current event loop.
    events._BaseDefaultEventLoopPolicy._Local = type(
        "_Local", (_threading_local.local,), {"_loop": None}
    )


def _put(self, item, block=True, timeout=None):
    """``SimpleQueue.put``, which in C can't stop half-way for want of frames."""
    kernel.discount_frames(kernel.ROOM)
    try:
        self._queue.append(item)
        self._count.release()
    finally:
        kernel.discount_frames(-kernel.ROOM)


_put.__name__, _put.__qualname__ = "put", "SimpleQueue.put"


def _name_as_natively(kind, module, name):
    """For what programs print: these stand in for types that are written in C."""
    kind.__module__, kind.__name__, kind.__qualname__ = module, name, name


def _rebind_threading():
    """``threading`` took its own names for ``_thread``'s when it was imported."""
    threading._start_joinable_thread = _start_joinable_thread
    threading._allocate_lock = threading.Lock = threading._LockType = lock
    threading._thread_shutdown = _shutdown
    threading._make_thread_handle = _make_thread_handle
    threading._ThreadHandle = _ThreadHandle
    threading.get_ident = threading.get_native_id = get_ident
    threading.local = _threading_local.local
    threading._CRLock = None
    threading._set_name = None
    threading._active_limbo_lock = threading.RLock()
    main = threading.main_thread()
    main._os_thread_handle = _make_thread_handle(main._ident)
    main._started._cond = threading.Condition(lock())
