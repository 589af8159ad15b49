"""Time limits: ``timeout``, ``timeout_at`` and ``wait_for``, from where they are set to their end."""

import itertools
from asyncio import exceptions, tasks, timeouts

from . import agents, kernel, moments, monitoring, places, tags, values

_LIMIT = "_loopscope_limit"
"""On a ``Timeout``: its number, and where it was entered."""

_FIRED = "_loopscope_fired"
"""On a ``Timeout`` that is up: since when."""

_IS_AT = "_loopscope_is_at"
"""On a ``Timeout`` that ``timeout_at`` made."""

_numbers = itertools.count(1)


def known(timeout):
    """The number of a ``Timeout`` that was entered, and where; a pair of None before that."""
    return tags.get(timeout, _LIMIT, (None, None))


def expired(timeout) -> None:
    number, _ = known(timeout)
    if number is not None:
        tags.put(timeout, _FIRED, kernel.now_ns())
        kernel.recorder.limit_ended(number, "expired")


def _entered(frame, timeout):
    number, location = next(_numbers), places.location_of(frame)
    call = _call_that_sets(frame.f_back) or ("timeout_at" if tags.get(timeout, _IS_AT) else "timeout")
    tags.put(timeout, _LIMIT, (number, location))
    task = agents.number_of(timeout._task)
    kernel.recorder.limit_set(number, task, call, moments.moment(timeout._when), location)


def _call_that_sets(frame):
    """What the program called that sets a limit in its turn; None where it sets one itself."""
    if frame is None or places.is_program(frame.f_code):
        return None
    if frame.f_code is tasks.wait_for.__code__:
        return "wait_for"
    _, called = places.split_at_program(places.parked_frames(frame))
    return places.call_of(called)


def _is_at(frame, timeout):
    tags.put(timeout, _IS_AT, True)


def _rescheduled(frame, result):
    timeout = frame.f_locals["self"]
    number, _ = known(timeout)
    # A timeout that is being entered schedules itself before it is known.
    if number is not None:
        kernel.recorder.limit_moved(number, moments.moment(timeout._when))


def _left(frame):
    timeout = frame.f_locals["self"]
    number, _ = known(timeout)
    if number is None:
        return
    if timeout._state is timeouts._State.ENTERED:
        kernel.recorder.limit_ended(number, "left")
    elif timeout._state is timeouts._State.EXPIRING:
        is_late = kernel.now_ns() > tags.get(timeout, _FIRED, 0)
        _left_after_time(number, frame.f_locals["exc_type"], frame.f_locals["exc_val"], is_late)


def _left_after_time(number, kind, error, is_late):
    """The CancelledError of a limit that is up becomes a TimeoutError, if it gets this far."""
    if kind is None:
        kernel.recorder.limit_overrun(number, None)
    elif not issubclass(kind, exceptions.CancelledError):
        kernel.recorder.limit_overrun(number, values.words_of(error))
    elif is_late:
        kernel.recorder.limit_raised(number)


def install() -> None:
    monitoring.on_return(timeouts.timeout_at, _is_at)
    monitoring.on_return(timeouts.Timeout.__aenter__, _entered)
    monitoring.on_return(timeouts.Timeout.reschedule, _rescheduled)
    monitoring.on_start(timeouts.Timeout.__aexit__, _left)
