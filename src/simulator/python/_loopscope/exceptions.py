"""Exceptions: where they came from, who was told of them, and who was not."""

import gc
import types
import weakref
from asyncio import base_events, exceptions, futures, runners, tasks

import _py_warnings

from . import agents, discards, kernel, monitoring, places, primitives, tags, values

_exception_of = tasks.Task._exception.__get__
_callbacks_of = futures.Future._callbacks.__get__

_MADE = "_loopscope_made"
"""On the future of a ``gather``: who asked for it, and where."""

_failed = weakref.WeakValueDictionary()
"""By the address of an exception: the last task that ended with it."""


_cancelled = {}
"""By the address of a CancelledError: the number of the first task that ended with it, its code."""


def origin_of_cancellation(task, awaited=None):
    """Where the CancelledError came from that a task ended with which nobody had asked to stop.

    The task that was cancelled in its place, if it awaited one, and the line from which the error
    came: a pair of None where the task was asked itself.
    """
    error = _cancelled_error_of(task)
    if tasks.Task.cancelling(task):
        _keep(error, task)
        return None, None
    _, location = (None, None) if error is None else places.origin_of(error)
    if agents.is_task(awaited) and tasks.Task.cancelled(awaited):
        return agents.number_of(awaited), location
    number, code = _cancelled.get(id(error), (None, None))
    if number is not None and any(code is found for found in _codes_in(error)):
        return number, location
    _keep(error, task)
    return None, location


def _cancelled_error_of(task):
    """CPython gives it away once, to who awaits the task; asking for it would be seen."""
    found = (each for each in gc.get_referents(task) if type(each) is exceptions.CancelledError)
    return next(found, None)


def _keep(error, task):
    """Its address alone: to keep the exception would keep the frames in its traceback alive."""
    code = getattr(tasks.Task.get_coro(task), "cr_code", None)
    if error is not None and code is not None:
        _cancelled[id(error)] = agents.number_of(task), code


def _codes_in(error):
    """Addresses are used again: an exception has come through the code of who it came from."""
    traceback = BaseException.__traceback__.__get__(error)
    while traceback is not None:
        yield traceback.tb_frame.f_code
        traceback = traceback.tb_next


def origin_of(error, task):
    """The other task that this very exception came out of; None if it came out of this one."""
    other = last_failed(error)
    _failed[id(error)] = task
    if other is None:
        return None
    return agents.number_of(other)


def last_failed(error):
    """The last task that ended with this very exception; None if none did."""
    last = _failed.get(id(error))
    return None if last is None or _exception_of(last) is not error else last


# The loop's exception handler


def _handler_called(frame):
    context = frame.f_locals["context"]
    if type(context) is not dict:
        return
    message, error = context.get("message"), context.get("exception")
    is_error = issubclass(type(error), BaseException)
    own, location = places.origin_of(error) if is_error else (None, None)
    if is_error and "handle" in context and last_failed(error) is not None:
        # A callback asked a task for its result, and the task's own exception came out again.
        own, location = places.outermost_of(error)
    kernel.recorder.exception_handler_called(
        values.text(message) if type(message) is str else "",
        values.words_of(error) if is_error else None,
        _task_in(context),
        _future_in(context),
        getattr(context.get("handle"), "number", None),
        values.text(own.f_code.co_qualname) if own else None,
        location,
        _name_of(tags.get(frame.f_locals["self"], "_exception_handler")),
    )


def _name_of(handler):
    """What the program calls a function of its own; a plain word where it has no name."""
    if handler is None:
        return None
    function = handler.__func__ if type(handler) is types.MethodType else handler
    is_plain = type(function) is types.FunctionType
    return values.text(function.__qualname__ if is_plain else type(handler).__name__)


def _future_in(context):
    future = context.get("future")
    return None if agents.is_task(future) else tags.get(future, primitives.NUMBER)


def _task_in(context):
    for name in ("task", "future"):
        if agents.is_task(context.get(name)):
            return agents.number_of(context[name])
    return None


# Coroutines


def _never_awaited(frame):
    coroutine = frame.f_locals["coro"]
    location = places.location_of(frame)
    code = getattr(coroutine, "cr_code", None)
    is_own = code is not None and places.is_program(code)
    defined = places.at(code, code.co_firstlineno) if is_own else None
    kernel.recorder.never_awaited(values.text(coroutine.__qualname__), location, defined)


# Lists of results


def _gather_made(frame, gathering):
    """Remember who asked for the list: perhaps nobody awaits it when it is there."""
    if frame.f_back.f_code is runners._cancel_all_tasks.__code__:
        return
    tags.put(gathering, _MADE, (agents.current(), places.location_of(frame)))


def _gather_ends(frame, called, gathering):
    """The list is whole, ``outer.set_result(results)``, or given up for the first exception."""
    name = getattr(called, "__name__", None)
    if name == "set_exception":
        _gather_fails(frame.f_locals["fut"], gathering)
    if name != "set_result":
        return
    failed = {}
    for position, child in enumerate(frame.f_locals["children"]):
        if _has_failed(child):
            failed.setdefault(child, position)
    reader = _reader_of(gathering) if failed else None
    if reader is None:
        return
    by, location, chain = reader
    for child, position in failed.items():
        is_dropped = discards.is_dropped(chain, position)
        number = agents.number_of(child)
        kernel.recorder.exception_stored(number, by, "gather", location, is_dropped)


def _gather_fails(child, gathering):
    """Where it was cancelled itself, the exception is that."""
    if not agents.is_task(child) or gathering._cancel_requested:
        return
    reader = _reader_of(gathering)
    if reader is not None:
        by, location, _ = reader
        kernel.recorder.gather_failed(agents.number_of(child), by, location)


def _has_failed(child) -> bool:
    return agents.is_task(child) and (
        tasks.Task.cancelled(child) or _exception_of(child) is not None
    )


def _reader_of(gathering):
    """Who awaits the list, where, and the frames that are given it; none where nobody awaits it yet.

    None where it is ``asyncio.run`` at its end, which looks at every one.
    """
    for callback, _ in _callbacks_of(gathering) or ():
        task = getattr(callback, "__self__", None)
        if agents.is_task(task):
            chain = discards.chain_of(tasks.Task.get_coro(task))
            own, _, _ = places.suspended_place(tasks.Task.get_coro(task))
            return agents.number_of(task), places.location_of(own), chain
    made = tags.get(gathering, _MADE)
    return made and (*made, ())


def install() -> None:
    monitoring.on_start(base_events.BaseEventLoop.call_exception_handler, _handler_called)
    monitoring.on_start(_py_warnings._warn_unawaited_coroutine, _never_awaited)
    monitoring.on_return(tasks.gather, _gather_made)
    monitoring.on_call(monitoring.inner_code(tasks.gather, "_done_callback"), _gather_ends)
