"""Who asks a task to stop, and why.

A cancellation begins with a call of ``Task.cancel``: the program's own, or one in the library, whose
place says for what reason. CPython hands it on to what the task awaits; so does this module.
"""

import functools
import sys
import types
from asyncio import futures, runners, taskgroups, tasks, timeouts
from asyncio.exceptions import CancelledError

from . import agents, catches, jobs, kernel, limits, monitoring, places, tags, values

_CANCEL = tasks.Task.cancel
_is_done = tasks.Task.done
_times_asked = tasks.Task.cancelling
_CANCELLED = "_loopscope_cancelled"
"""On what a cancelled task awaits, while that is told of it: who did it, to which task, where."""

_MAIN = "_loopscope_main"
"""On a ``Runner``: the number of the task that it ran last."""

_waiter_of = tasks.Task._fut_waiter.__get__


def task_to_cancel(called, first=None):
    """The task that a call cancels, ``called`` with ``first``; None for any other call."""
    while True:
        if called is _CANCEL:
            return first if agents.is_task(first) else None
        kind = type(called)
        if kind is types.BuiltinMethodType:
            task = called.__self__
            return task if called.__name__ == "cancel" and agents.is_task(task) else None
        if kind is functools.partial:
            called, first = called.func, called.args[0] if called.args else None
        elif kind is types.MethodType:
            called, first = called.__func__, called.__self__
        else:
            return None


def request(task, reason, *, by=None, because=None, limit=None, location=None, error=None) -> None:
    """A task is about to be cancelled, and with it those that it awaits."""
    by = agents.current() if by is None else by
    while not _is_done(task):
        number = agents.number_of(task)
        _asked.add(number)
        kernel.recorder.cancel_requested(number, by, reason, because, limit, location, error)
        catches.expect(number)
        waiter = _waiter_of(task)
        reason, because, limit, error = "awaiter", number, None, None
        if type(waiter) is tasks._GatheringFuture:
            tags.put(waiter, _CANCELLED, (by, number, location))
            return
        if not agents.is_task(waiter):
            jobs.will_be_cancelled(waiter, by)
            return
        if _method_of(type(waiter)) is not _CANCEL:
            # It decides by itself. If it gives in, its own call of the method is seen.
            tags.put(waiter, _CANCELLED, (by, number, location))
            return
        task = waiter


_asked = set()
"""The numbers of tasks that somebody was seen to ask."""


def woken_by_cancellation(task, number) -> None:
    """What a task awaits was cancelled. If the task was asked to stop, and nobody seen to: who runs did.

    So it is with ``map(Task.cancel, tasks)``, where one function written in C calls another.
    """
    if number in _asked or _times_asked(task) == 0:
        return
    first, outer = task, task
    while outer is not None:
        first, outer = outer, _awaiter_of(outer)
    frame = sys._getframe()
    is_own = places.program_frame(frame) is _first_outside(frame)
    request(first, "explicit" if is_own else "library", location=places.location_of(frame))


def _awaiter_of(awaited):
    """A task that awaits another, and was asked as well."""
    for task in agents.pending_tasks():
        if _waiter_of(task) is awaited and _times_asked(task) > 0:
            return None if agents.number_of(task) in _asked else task
    return None


def _first_outside(frame):
    """The innermost frame that is not of this package or of ``asyncio.base_events``."""
    while frame is not None and frame.f_globals.get("__package__") in _ON_THE_WAY:
        frame = frame.f_back
    return frame


_ON_THE_WAY = (__package__, "asyncio")


def _method_of(kind):
    return next(base.__dict__["cancel"] for base in kind.__mro__ if "cancel" in base.__dict__)


# By the program


def _program_calls(frame, called, first):
    task = task_to_cancel(called, first)
    if task is not None:
        _asked_for(task, frame)
        return True
    if type(called) is types.FunctionType and agents.is_task(first):
        if called is _method_of(type(first)):
            tags.pop(first, _CANCELLED)
            _watch_override(called)
    return False


def _asked_for(task, frame):
    """The program asks, or a method in which a kind of task decides by itself what comes of that."""
    handed_on = tags.pop(task, _CANCELLED)
    if handed_on is None:
        is_override = frame.f_code is getattr(_method_of(type(task)), "__code__", None)
        outer = frame.f_back if is_override else frame
        request(task, "explicit", location=places.location_of(outer))
    else:
        by, because, location = handed_on
        request(task, "awaiter", by=by, because=because, location=location)


def _watch_override(function):
    """A library's kind of task that has a ``cancel`` of its own: what that calls is the program's."""
    if not places.is_program(function.__code__):
        monitoring.on_call(function, _calls_in_override)


def _calls_in_override(frame, called, first):
    task = task_to_cancel(called, first)
    if task is not None:
        _asked_for(task, frame)


def target_of(callback):
    """What a callback cancels that the program gave to a loop: a task, or a ``gather``; else None."""
    if type(callback) is types.MethodType and callback.__func__ is tasks._GatheringFuture.cancel:
        return callback.__self__
    return task_to_cancel(callback)


def called_back(target, by, location) -> None:
    """A loop is about to cancel ``target``, as ``by`` told it to at ``location``."""
    if agents.is_task(target):
        request(target, "explicit", by=by, location=location)
    else:
        tags.put(target, _CANCELLED, (by, None, location))


# By the library


def _asked_by(cause):
    """A hook for library code that cancels; ``cause(frame)`` gives the arguments of :func:`request`."""

    def hook(frame, called, first):
        if not issubclass(type(first), futures.Future):
            return monitoring.DISABLE
        task = task_to_cancel(called, first)
        if task is not None:
            request(task, **cause(frame))
        return None

    return hook


def _time_is_up(frame):
    timeout = frame.f_locals["self"]
    limits.expired(timeout)
    number, location = limits.known(timeout)
    return {"reason": "time-limit", "limit": number, "location": location}


def _no_time_at_all(frame):
    """``wait_for`` with a limit of zero makes no ``Timeout``."""
    return {"reason": "time-limit", "location": places.location_of(frame)}


def _group_gives_up(frame):
    """A member failed, or the group's own body did or was cancelled."""
    is_body = frame.f_code is not _ABORT
    reason = "task-group-body" if is_body else "task-group"
    caller = frame if is_body else frame.f_back
    if caller.f_code is _ON_TASK_DONE:
        return {"reason": reason, "because": agents.number_of(caller.f_locals["task"])}
    parent = frame.f_locals["self"]._parent_task
    because = agents.number_of(parent)
    error = caller.f_locals.get("exc")
    if error is None or _is_passed_on(error, parent):
        return {"reason": reason, "because": because}
    _, location = places.origin_of(error)
    words = values.words_of(error)
    return {"reason": reason, "because": because, "location": location, "error": words}


def _is_passed_on(error, parent):
    return issubclass(type(error), CancelledError) and tasks.Task.cancelling(parent) > 0


_ABORT = taskgroups.TaskGroup._abort.__code__
_ON_TASK_DONE = taskgroups.TaskGroup._on_task_done.__code__


def _gather_hands_on(frame):
    gathering = frame.f_locals["self"]
    otherwise = None, None, places.location_of(frame)
    by, because, location = tags.get(gathering, _CANCELLED, otherwise)
    return {"reason": "gather", "by": by, "because": because, "location": location}


def _gather_has_handed_on(frame, result):
    tags.pop(frame.f_locals["self"], _CANCELLED)


def _runner_runs(frame, called, first):
    main = frame.f_locals.get("task")
    if agents.is_task(main):
        tags.put(frame.f_locals["self"], _MAIN, agents.number_of(main))


def _run_is_over(frame):
    """``asyncio.run`` is a runner that is closed when its coroutine is done; others live for longer."""
    closing = frame.f_back
    because = tags.get(closing.f_locals.get("self"), _MAIN) if closing else None
    caller = closing.f_back if closing else None
    if caller is not None and caller.f_code is runners.Runner.__exit__.__code__:
        caller = caller.f_back
    if caller is None or caller.f_code is runners.run.__code__:
        return {"reason": "run-ended", "because": because}
    return {"reason": "runner-closed", "because": because, "location": places.location_of(caller)}


def _interrupted(frame):
    return {"reason": "interrupt"}


def _for_its_own_reasons(frame):
    return {"reason": "library"}


_CAUSES = {
    timeouts.Timeout._on_timeout: _time_is_up,
    tasks._cancel_and_wait: _no_time_at_all,
    taskgroups.TaskGroup._abort: _group_gives_up,
    taskgroups.TaskGroup._on_task_done: _group_gives_up,
    taskgroups.TaskGroup._aexit: _group_gives_up,
    tasks._GatheringFuture.cancel: _gather_hands_on,
    runners._cancel_all_tasks: _run_is_over,
    runners.Runner._on_sigint: _interrupted,
}


def _code_that_cancels(module):
    """Every function of a module of the library's in whose code the word stands."""
    found = [value.__code__ for value in vars(module).values() if hasattr(value, "__code__")]
    for kind in vars(module).values():
        if isinstance(kind, type) and kind.__module__ == module.__name__:
            found += [value.__code__ for value in vars(kind).values() if hasattr(value, "__code__")]
    while found:
        code = found.pop()
        found += [constant for constant in code.co_consts if type(constant) is types.CodeType]
        if "cancel" in code.co_names:
            yield code


def install(modules) -> None:
    """Watch these modules of the library for calls of ``cancel``, and the program."""
    causes = {id(function.__code__): cause for function, cause in _CAUSES.items()}
    for module in modules:
        for code in _code_that_cancels(module):
            cause = causes.get(id(code), _for_its_own_reasons)
            monitoring.on_call(code, _asked_by(cause))
    monitoring.on_return(tasks._GatheringFuture.cancel, _gather_has_handed_on)
    monitoring.on_call(runners.Runner.run, _runner_runs)
    monitoring.on_program_call(_program_calls)
