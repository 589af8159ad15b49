"""Threads that stand still in a blocking call or compute for long, and the loops that they hold up."""

import threading
from asyncio import events

from . import agents, kernel, places, step_log, waits
from .observing import observed

_START = threading.Thread.start.__code__

waiting = {}
"""What each thread that stands still waits for, by its agent's number."""


@observed
def begins(frame, due_ns, facts):
    """The running thread blocks at ``frame``. What :func:`ends` is to be given."""
    if any(outer.f_code is _START for outer in places.parked_frames(frame)):
        # To wait until a thread has begun takes no time, and is nobody's wish.
        return None
    by = agents.current()
    wait = waiting[by] = waits.of_thread(frame, by, due_ns, facts)
    if events._get_running_loop() is None:
        step_log.parked(by, wait)
        return kernel.recorder.resumed, by
    step_log.blocking_began(by, wait)
    return kernel.recorder.blocking_ended, by


@observed
def _computes_long(frame, since_ns):
    kernel.recorder.computing(agents.current(), since_ns, places.location_of(frame))


@observed
def _preempts(frame):
    by = agents.current()
    kernel.recorder.preempted(by, places.location_of(frame))
    return by


@observed
def _goes_on(preempted):
    kernel.recorder.resumed(preempted)


def install() -> None:
    kernel.computes_long = _computes_long
    kernel.preempts, kernel.goes_on = _preempts, _goes_on


@observed
def ends(begun):
    if begun is not None:
        tell, agent = begun
        del waiting[agent]
        tell(agent)
