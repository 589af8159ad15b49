"""Tells the recorder what tasks, threads and callbacks do, and what they wait for.

It observes and nothing more. It looks at a handle before and after CPython runs it, and at the
frames of a suspended coroutine; a failure in here is reported to the recorder and never reaches the
program.
"""

import functools
import itertools
import sys
import types
from asyncio import events, futures, tasks

from . import agents, kernel, observing, places, primitives, step_log, wait_reasons
from .observing import observed
from .tracebacks import words_of

_callbacks = itertools.count(1)
_run_handle = events.Handle._run


class _TaskHandle(events.Handle):
    """The handle of a task's next step. Runs once a step, so it keeps to what it must do."""

    __slots__ = ("_task",)

    @kernel.entrance
    def _run(self):
        task = self._task
        step_log.began(task._loopscope_number)
        _run_handle(self)
        step_ended(task)


class NumberedHandle:
    """Half of a handle that tells when its callback runs, or is cancelled before.

    ``_number`` is the callback's; None where there is nothing to tell.
    """

    __slots__ = ()

    @kernel.entrance
    def _run(self):
        # From here on, cancelling changes nothing and is not told.
        number, self._number = self._number, None
        if number is None:
            super()._run()
        else:
            callback_began(number)
            super()._run()
            callback_ended(number)

    def cancel(self):
        number, self._number = self._number, None
        if number is not None:
            callback_cancelled(number)
        super().cancel()


class _CallbackHandle(NumberedHandle, events.Handle):
    """The handle of a callback of the program's own."""

    __slots__ = ("_number",)


for _kind in (_TaskHandle, _CallbackHandle):
    _kind.__name__ = _kind.__qualname__ = "Handle"


def handle_for(callback, args, loop, context):
    """The handle that CPython would make; one that tells of its runs where that is of interest."""
    if not observing.enabled:
        return events.Handle(callback, args, loop, context)
    task = _task_of(callback)
    if task is not None:
        handle = _TaskHandle(callback, args, loop, context)
        handle._task = task
        task_ready(task)
    elif is_of_program(callback):
        handle = _CallbackHandle(callback, args, loop, context)
        handle._number = callback_scheduled(callback, None)
    else:
        handle = events.Handle(callback, args, loop, context)
    return handle


_WRITTEN_IN_C = 1 << 8
"""``Py_TPFLAGS_IMMUTABLETYPE``: to look for an attribute runs none of the program's code."""


def _task_of(callback):
    """The task whose next step a callback is; None for any other callback."""
    if not type(callback).__flags__ & _WRITTEN_IN_C:
        return None
    task = getattr(callback, "__self__", None)
    return task if issubclass(type(task), tasks.Task) else None


def is_of_program(callback) -> bool:
    """Whether a callback is a function or method that the program defines."""
    function = _function_of(callback)
    return type(function) is types.FunctionType and places.is_program(function.__code__)


def _function_of(callback):
    """What a partial or a method calls in the end. An object that can be called is not looked into."""
    while type(callback) in (functools.partial, types.MethodType):
        callback = callback.func if type(callback) is functools.partial else callback.__func__
    return callback


# These two are observed hooks without the wrapper, which would cost too much at every step.


def task_ready(task):
    try:
        step_log.ready(agents.number_of(task), agents.current() or step_log.NONE)
    except Exception as error:
        observing.failed("task_ready", error)


def step_ended(task):
    try:
        number = task._loopscope_number
        if task.done():
            step_log.ended(number)
            kernel.recorder.task_finished(number, *_ending(task), None, None)
        else:
            step_log.waits(number, wait_of(task))
        if primitives.pending_futures:
            primitives.look_at_futures()
    except Exception as error:
        observing.failed("step_ended", error)


def wait_of(task):
    """Where a suspended task stands: line, call, task awaited, primitive it waits at, until when."""
    waiter = task._fut_waiter
    own, inner = places.suspended_place(task.get_coro())
    line = None if own is None else own.f_lineno
    call = places.awaited_call(inner)
    try:
        return step_log.Wait(line, call, until_ns=waiter._loopscope_due_ns)
    except AttributeError:
        pass
    if isinstance(waiter, tasks.Task):
        return step_log.Wait(line, call, task=agents.number_of(waiter))
    if inner is not None:
        frames = list(places.awaited_frames(inner))
        reasons = wait_reasons.of(frames, agents.number_of(task))
        return step_log.Wait(line, call, primitive=primitives.among(frames, own), **reasons)
    if isinstance(waiter, tasks._GatheringFuture):
        return step_log.Wait(line, "gather")
    if type(waiter) is futures.Future:
        return step_log.Wait(line, call, primitive=primitives.of_future(waiter, own))
    return step_log.Wait(line, call)


def timer_set(timer):
    """A timer was set. The number of its callback, if that is of the program's own."""
    callback = timer._callback
    if callback is futures._set_result_unless_cancelled:
        # This is how ``asyncio.sleep`` waits: remember on the future when it will be done.
        timer._args[0]._loopscope_due_ns = timer._due[0]
        return None
    return _own_timer_set(timer)


@observed
def _own_timer_set(timer):
    callback = timer._callback
    return callback_scheduled(callback, timer._due[0]) if is_of_program(callback) else None


def _ending(task):
    if task.cancelled():
        return "cancelled", ""
    # Asking a task for its exception would mark it as retrieved, and silence CPython's own warning.
    error = task._exception
    if error is not None:
        return "raised", _shortened(f"{type(error).__name__}: {words_of(error)}".removesuffix(": "))
    result = task._result
    return "returned", "" if result is None else _short_repr(result)


_OWN_REPR = (bool, int, float, complex, str, bytes)


def _short_repr(value) -> str:
    """A ``repr`` that runs none of the program's code and shows no address."""
    if type(value) in _OWN_REPR:
        return _shortened(repr(value))
    if type(value) in (list, tuple, set, dict):
        return f"{type(value).__name__} of {len(value)}"
    return f"<{type(value).__qualname__}>"


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def callback_scheduled(callback, due_ns) -> int:
    number = next(_callbacks)
    kernel.recorder.callback_scheduled(
        number,
        _function_of(callback).__qualname__,
        agents.current(),
        places.program_line(sys._getframe()),
        due_ns,
    )
    return number


@observed
def callback_began(number):
    kernel.recorder.callback_began(number)


@observed
def callback_ended(number):
    kernel.recorder.callback_ended(number)
    if primitives.pending_futures:
        primitives.look_at_futures()


@observed
def callback_cancelled(number):
    kernel.recorder.callback_cancelled(number, agents.current())


# Threads


@observed
def parking(due_ns, place):
    """The running thread is about to stand still at ``place``, a line and a call."""
    if kernel.current_thread != kernel.MAIN_THREAD:
        line, call = place
        step_log.parked(agents.current_thread(), step_log.Wait(line, call, until_ns=due_ns))


@observed
def parked():
    """It runs again."""
    if kernel.current_thread != kernel.MAIN_THREAD:
        kernel.recorder.resumed(agents.current_thread())


@observed
def gives_way(frame):
    """The running thread has computed for long, and others have their turn."""
    parking(None, (places.program_line(frame), None))


@observed
def blocked(from_ns, place):
    """A blocking call is over. If its thread had a loop to run, that was held all the while."""
    if events._get_running_loop() is not None:
        kernel.recorder.blocking_ended(agents.current())


@observed
def blocks(due_ns, place):
    """A blocking call begins. If its thread has a loop to run, that is held from now on."""
    if events._get_running_loop() is not None:
        line, call = place
        step_log.blocking_began(agents.current(), step_log.Wait(line, call, until_ns=due_ns))


def place_of(frame):
    """The program's line that blocks, and the call it blocks in, for the thread that is at ``frame``."""
    own, library = places.split_at_program(places.parked_frames(frame))
    return (own.f_lineno, places.call_of(library)) if own else (None, None)


def install() -> None:
    kernel.gives_way, kernel.goes_on = gives_way, parked
