"""Which callbacks of a loop are of interest: the program's own, and what it has the loop do later.

``loop.call_later(1, ready.set)`` names a method of the library's. It is told as well, with the
future, event or queue whose method it is: who waits for that waits for the callback.
"""

import functools
import itertools
import sys
import types
from asyncio import futures, locks, queues

from . import agents, cancellation, kernel, observing, places, primitives, stops, values, waits

_callbacks = itertools.count(1)

_Future = futures.Future


def timer_set(timer):
    """A timer was set: the number of its callback and what that cancels; see ``NumberedHandle``."""
    callback = timer._callback
    if callback is futures._set_result_unless_cancelled:
        # This is how ``asyncio.sleep`` waits.
        waits.sleeping = timer
        return _NOTHING
    return of_interest(callback, timer._due[0])


_NOTHING = None, None


def of_interest(callback, due_ns):
    """The number of a callback of the program's own, and what it asks for if it cancels or stops something."""
    if not observing.enabled:
        return _NOTHING
    try:
        asked = cancellation.target_of(callback) or stops.loop_to_stop(callback)
        if asked is not None:
            return None, (asked, agents.current(), places.location_of(sys._getframe()))
        target = _primitive_of(callback)
        if target is not None or _is_of_program(callback):
            return _scheduled(callback, due_ns, target), None
    except Exception as error:
        observing.failed("of_interest", error)
    return _NOTHING


def is_of_interest(callback) -> bool:
    """Whether it is told of as a callback of the program's."""
    if not observing.enabled or cancellation.target_of(callback) or stops.loop_to_stop(callback):
        return False
    return _primitive_of(callback) is not None or _is_of_program(callback)


def _is_of_program(callback) -> bool:
    """Whether a callback is a function or method that the program defines."""
    function = _function_of(callback)
    return type(function) is types.FunctionType and places.is_program(function.__code__)


def _function_of(callback):
    """What a partial or a method calls in the end. An object that can be called is not looked into."""
    while type(callback) in (functools.partial, types.MethodType):
        callback = callback.func if type(callback) is functools.partial else callback.__func__
    return callback


def _primitive_of(callback):
    """The future, event, lock or queue of which a callback is a method; None if of none."""
    while type(callback) is functools.partial:
        callback = callback.func
    is_method = type(callback) in _METHODS
    return callback.__self__ if is_method and type(callback.__self__) in _WAITED_AT else None


_METHODS = (types.MethodType, types.BuiltinMethodType, type(_Future.__new__(_Future).set_result))
"""CPython has two kinds of methods that are written in C."""

_WAITED_AT = (
    _Future,
    *(locks.Lock, locks.Event, locks.Semaphore, locks.BoundedSemaphore),
    *(queues.Queue, queues.PriorityQueue, queues.LifoQueue),
)


def _scheduled(callback, due_ns, target) -> int:
    number, frame = next(_callbacks), sys._getframe()
    kernel.recorder.callback_scheduled(
        number,
        values.text(_function_of(callback).__qualname__),
        agents.current(),
        places.location_of(frame),
        due_ns,
        None if target is None else primitives.number_of(target, frame),
    )
    return number
