"""Threads that stand still in a blocking call or compute for long, and the loops that they hold up."""

import threading
from asyncio import events

from . import agents, interrupts, jobs, kernel, places, step_log, tags, waits
from .observing import observed

_START = threading.Thread.start.__code__

waiting = {}
"""What each thread that stands still waits for, by its agent's number."""

_holding = set()
"""Which of them hold a loop meanwhile."""


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
    _holding.add(by)
    step_log.blocking_began(by, wait)
    return kernel.recorder.blocking_ended, by


@observed
def _task_made(future):
    """Somebody may have stood still for the result of what was no task yet."""
    by = tags.get(future, waits.AWAITED_BY)
    wait = waiting.get(by)
    if wait is None or wait.coroutine is None or by in _holding:
        return
    waiting[by] = wait._replace(coroutine=None, runs_in=None, task=jobs.task_of(future))
    step_log.parked(by, waiting[by])


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
    interrupts.computes_long = _computes_long
    jobs.on_task_made.append(_task_made)
    interrupts.preempts, interrupts.goes_on = _preempts, _goes_on


@observed
def ends(begun):
    if begun is not None:
        tell, agent = begun
        del waiting[agent]
        _holding.discard(agent)
        tell(agent)
