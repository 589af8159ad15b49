"""CPython's own event loop, on virtual time.

The ready queue, the timers, the turn of the loop and everything else are those of
``asyncio.base_events``. What is replaced: the clock it reads, the selector it waits in, and the
order of timers that are due at the same instant.
"""

import asyncio
import heapq
import inspect
import itertools
import sys
import time
import weakref
from asyncio import events, unix_events

from . import agents, callbacks, kernel, moments, observing, tracers, tracing, wakes, what_if
from .files.open_files import SignalSink
from .selector import VirtualSelector


class TimerHandle(tracing.NumberedHandle, events.TimerHandle):
    """A timer on whole nanoseconds; equal deadlines fire in the order in which they were set.

    CPython's heap compares the deadline alone. With a real clock no two are equal, and the order is
    that of setting them; under an exact clock the heap would scramble them.
    """

    __slots__ = ("_due", "asks", "is_due", "number", "sleeper")
    _sequence = itertools.count()

    def __init__(self, when, callback, args, loop, context=None):
        due_ns = moments.to_ns(when)
        if -moments.LATEST_NS < due_ns < moments.LATEST_NS:
            if what_if.changed is not None:
                due_ns = what_if.timer_due(callback, due_ns)
            if kernel.late is not None:
                due_ns = kernel.late("timer", max(due_ns, 0), agents.acting())
            when = moments.to_seconds(due_ns)
        super().__init__(when, callback, args, loop, context)
        self._due = (due_ns, next(TimerHandle._sequence))
        self.number, self.asks = callbacks.timer_set(self)
        self.is_due, self.sleeper = False, None

    @property
    def due_ns(self):
        return self._due[0]

    def __lt__(self, other):
        return self._due < other._due

    def __le__(self, other):
        return self._due <= other._due

    def __gt__(self, other):
        return self._due > other._due

    def __ge__(self, other):
        return self._due >= other._due


class ThreadSafeHandle(tracing.NumberedHandle, events._ThreadSafeHandle):
    """What ``call_soon_threadsafe`` makes; tells of its runs where that is of interest."""

    __slots__ = ("asks", "is_due", "number")

    def __init__(self, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self.number, self.asks = callbacks.of_interest(callback, None)
        self.is_due = False


_loops = itertools.count(1)

running = weakref.WeakSet()
"""Those that a thread runs, whether it stands still or not."""


class SimulatedEventLoop(unix_events._UnixSelectorEventLoop):
    """What ``asyncio.run`` and ``asyncio.new_event_loop`` make here."""

    def __init__(self, selector=None):
        super().__init__(selector if isinstance(selector, VirtualSelector) else VirtualSelector())
        self._selector.loop = weakref.ref(self)
        self._clock_resolution = 1 / moments.NS_PER_SECOND
        self.number = None
        """As the trace has it, from when it first runs."""
        self.runs_on = None
        """The kernel's number of the thread that runs it."""

    def _run_forever_setup(self):
        super()._run_forever_setup()
        self.runs_on = kernel.current_thread
        running.add(self)
        # The `_run` of our handles, below every callback.
        kernel.discount_frames(1)
        if observing.enabled:
            self.number = self.number or next(_loops)
            kernel.recorder.loop_began(self.number)
            kernel.recorder.enter_loop(self.number)

    def _run_forever_cleanup(self):
        if observing.enabled:
            kernel.recorder.loop_ended()
            kernel.recorder.enter_loop(None)
        self.runs_on = None
        running.discard(self)
        kernel.discount_frames(-1)
        super()._run_forever_cleanup()

    def time(self):
        # asyncio reads the time at every turn and for every timer; only the program's own readings
        # may count as polling the clock.
        if sys._getframe(1).f_globals.get("__package__") == "asyncio":
            return moments.to_seconds(kernel.now_ns())
        return time.monotonic()

    def next_timer_ns(self):
        """When the next timer is due; None if there is none."""
        return max(self._scheduled[0].due_ns, 0) if self._scheduled else None

    def call_at(self, when, callback, *args, context=None):
        """As ``BaseEventLoop.call_at``, with a :class:`TimerHandle` that knows its turn."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        if self.runs_on is not None and self.runs_on != kernel.current_thread:
            wakes.put_in_from_outside(self, timer, sys._getframe())
        return timer

    def _call_soon(self, callback, args, context):
        """As ``BaseEventLoop._call_soon``, with a handle that tells the recorder when it runs."""
        handle = tracing.handle_for(callback, args, self, context)
        self._ready.append(handle)
        if self.runs_on is not None and self.runs_on != kernel.current_thread:
            wakes.put_in_from_outside(self, handle, sys._getframe(1))
        return handle

    # The self-pipe wakes a selector that waits in the operating system. Ours can be woken directly;
    # what stands in for the pipe takes the numbers of signals.

    def _make_self_pipe(self):
        self._ssock, self._csock = None, SignalSink(self._process_self_data)
        self._internal_fds += 1

    def _close_self_pipe(self):
        self._csock.close()
        self._csock = None
        self._internal_fds -= 1

    def _write_to_self(self):
        if self._selector is not None:
            self._selector.wake()


for _name in ("__name__", "__qualname__"):
    setattr(SimulatedEventLoop, _name, "_UnixSelectorEventLoop")
    setattr(TimerHandle, _name, "TimerHandle")
    setattr(ThreadSafeHandle, _name, "_ThreadSafeHandle")


def install() -> None:
    """Make our loop the one that every public way of getting a loop leads to."""
    for module in (asyncio, unix_events):
        module.SelectorEventLoop = module.EventLoop = SimulatedEventLoop
    unix_events._UnixDefaultEventLoopPolicy._loop_factory = SimulatedEventLoop
    events._ThreadSafeHandle = ThreadSafeHandle
    # Pyodide's own policy, ``run`` and running loop serve code that shares the page's loop.
    events._event_loop_policy = None
    asyncio.run = asyncio.runners.run
    for owner in (SimulatedEventLoop, TimerHandle, ThreadSafeHandle, tracing.TaskHandle):
        tracers.stand_in(*filter(inspect.isfunction, vars(owner).values()))
