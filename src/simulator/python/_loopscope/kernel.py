"""The kernel as Python sees it: a handful of functions that the host puts in place before a run.

They are module globals, so that the rest of this package can call them with one look-up. All times
are whole nanoseconds since the run began.
"""

import asyncio
from asyncio import events, tasks

from pyodide.ffi import can_run_sync, run_sync


class RunOver(BaseException):
    """The recording is closed: a limit was reached. Nothing the program does is seen any more."""


def now_ns() -> int:
    """Virtual time, without the cost of reading a clock."""
    raise RuntimeError("no run has begun")


def turn() -> bool:
    """The loop begins a turn. True if something else is due or can run at this very instant."""
    raise RuntimeError("no run has begun")


recorder = None
"""Receives what happens, one method a kind of event; see ``engine/session.ts``."""

_bridge = None

MAIN_THREAD = 0

current_thread = MAIN_THREAD
"""The number of the virtual thread that runs."""


def attach(bridge) -> None:
    """Take the host's functions; called once, before the program starts."""
    global now_ns, turn, recorder, _bridge
    _bridge = recorder = bridge
    now_ns = bridge.nowNs
    turn = bridge.turn


def park(due_ns) -> bool:
    """Let time pass until ``due_ns`` (None: until unparked), and other threads run meanwhile.

    False if nothing could ever end the wait.
    """
    result = _bridge.park(due_ns)
    if result == "switched":
        _leave_stack()
    return result != "stuck"


def unpark(thread: int) -> bool:
    """Make a parked thread runnable. False if it was not parked."""
    return _bridge.unpark(thread)


def schedule(due_ns: int, function) -> None:
    """Have ``function()`` called when the clock comes to ``due_ns``.

    It is called while every thread stands still, on behalf of none: it must not block or raise.
    """
    _bridge.schedule(due_ns, function)


def can_start_threads() -> bool:
    return can_run_sync()


def spawn(function) -> int:
    """Begin a virtual thread that calls ``function``, at its turn; the thread's number."""

    def run():
        global current_thread
        current_thread = thread
        asyncio._set_running_loop(None)
        function()
        # What runs next on the host's side must find Pyodide's loop, as after any switch.
        asyncio._set_running_loop(_host_loop)

    thread = _bridge.spawn(run)
    return thread


_host_loop = None
"""Pyodide's own loop. Its ``run_sync`` works with no other one running."""


def keep_host_loop() -> None:
    """Remember Pyodide's loop; called once, before ours takes its place."""
    global _host_loop
    _host_loop = events._event_loop_policy.get_event_loop()


def _leave_stack():
    """Suspend this thread's stack until the kernel resumes it.

    The running loop and the current task belong to CPython's one real thread; each virtual thread
    has its own, so they are put away and brought back.
    """
    global current_thread
    thread = current_thread
    loop = events._get_running_loop()
    task = tasks._swap_current_task(loop, None) if loop else None
    asyncio._set_running_loop(_host_loop)
    try:
        run_sync(_bridge.resumption)
    finally:
        current_thread = thread
        asyncio._set_running_loop(loop)
        if task is not None:
            tasks._swap_current_task(loop, task)


NS_PER_SECOND = 1_000_000_000


def to_ns(seconds: float) -> int:
    """Seconds to the nearest nanosecond: the border at which float drift ends."""
    return round(seconds * NS_PER_SECOND)


def to_seconds(ns: int) -> float:
    """Nanoseconds to seconds, as ``time.monotonic()`` does it."""
    return ns / NS_PER_SECOND
