"""Tells the recorder what tasks and callbacks do.

It observes and nothing more. It looks at a handle before and after CPython runs it; a failure in
here is reported to the recorder and never reaches the program.
"""

import sys
import types
from asyncio import base_events, events, futures, tasks

from . import (
    agents,
    callbacks,
    cancellation,
    catches,
    entrances,
    exceptions,
    kernel,
    observing,
    places,
    primitives,
    step_log,
    stops,
    values,
    waits,
)
from .observing import observed

_run_handle = events.Handle._run

_Task = tasks.Task
_Builtin = types.BuiltinMethodType
_current_task = tasks.current_task
_is_done = tasks.Task.done
_coroutine_of = tasks.Task.get_coro
_is_cancelled = tasks.Task.cancelled
_Future = futures.Future
_was_cancelled = _Future.cancelled
_exception_of = tasks.Task._exception.__get__
_result_of = tasks.Task._result.__get__


class TaskHandle(events.Handle):
    """The handle of a task's next step. Runs once a step, so it keeps to what it must do."""

    __slots__ = ("_number", "_task")

    @entrances.entrance
    def _run(self):
        number = self._number
        step_log.began(number)
        is_asked_to_stop = number in catches.expected
        if is_asked_to_stop:
            catches.step_begins(number)
        try:
            _run_handle(self)
        finally:
            task = self._task
            if is_asked_to_stop:
                catches.step_ended(number, task)
            if _is_done(task):
                step_ended(task, number, self._args)
            else:
                try:
                    timer = waits.tell(task, number)
                    if timer is not None and not self._loop._debug:
                        # It will be the handle of the next step; until then it keeps nothing alive.
                        self._callback = self._args = self._task = None
                        timer.sleeper = self
                    if primitives.pending_futures:
                        primitives.look_at_futures()
                except Exception as error:
                    observing.failed("waits.tell", error)
            # An exception's traceback may keep this frame, which must not keep the task.
            self = task = timer = None


STEP = TaskHandle._run.__code__


def step_ended(task, number, args):
    """An observed hook without the wrapper, which would cost too much at every step.

    ``args`` of the step's callback hold the future that it was woken by, if there was one.
    """
    try:
        if _is_done(task):
            step_log.ended(number)
            _finished(task, number, args)
        else:
            waits.tell(task, number)
        if primitives.pending_futures:
            primitives.look_at_futures()
    except Exception as error:
        observing.failed("step_ended", error)


class NumberedHandle:
    """Half of a handle that tells when its callback runs, or is cancelled before.

    ``number`` is the callback's; None where there is nothing to tell. ``asks`` says what it cancels or
    stops, by whom and where it was scheduled, where that is all it does. ``sleeper`` is the handle of
    the task that a timer wakes from ``sleep``; see ``waking``.
    """

    __slots__ = ()
    sleeper = None

    @entrances.entrance
    def _run(self):
        global waking
        number, asks = self.number, self.asks
        if self.sleeper is not None:
            waking, self.sleeper = self.sleeper, None
            try:
                super()._run()
            finally:
                waking = None
        elif number is None and asks is None:
            super()._run()
        else:
            # From here on, cancelling changes nothing and is not told.
            self.is_due = True
            callback_began(number, asks)
            try:
                super()._run()
            finally:
                callback_ended(number)
                self = asks = None

    def cancel(self):
        if self.number is not None and not self.is_due and not self._cancelled:
            callback_cancelled(self.number)
        if self.sleeper is not None:
            self.sleeper = None
        super().cancel()


class _CallbackHandle(NumberedHandle, events.Handle):
    """The handle of a callback of the program's own."""

    __slots__ = ("asks", "is_due", "number")


for _kind in (TaskHandle, _CallbackHandle):
    _kind.__name__ = _kind.__qualname__ = "Handle"


waking = None
"""The handle of the last step of a task, while a timer wakes it from ``sleep``: it serves again.

So the commonest step of all needs neither another handle nor a look for its task's number.
"""

_name_of = type.__dict__["__name__"].__get__
"""Of a type, without asking the type of that."""

_STEP = "TaskStepMethWrapper"
_WAKE_UP = "task_wakeup"
"""What the callbacks are called with which CPython has a task run on."""


def handle_for(callback, args, loop, context):
    """The handle that CPython would make; one that tells of its runs where that is of interest."""
    if not observing.enabled:
        return events.Handle(callback, args, loop, context)
    global waking
    handle, waking = waking, None
    if handle is not None:
        handle._callback, handle._args, handle._task = callback, args, callback.__self__
        step_log.ready(handle._number, step_log.NONE)
        return handle
    kind = type(callback)
    if callback.__name__ == _WAKE_UP if kind is _Builtin else _name_of(kind) == _STEP:
        handle = TaskHandle(callback, args, loop, context)
        task = handle._task = callback.__self__
        try:
            number = task._loopscope_number if type(task) is _Task else agents.number_of(task)
        except AttributeError:
            # Two frames are ours: this one, and the loop's.
            number = agents.introduce(task, _coroutine_of(task), sys._getframe(2))
            if number is None:  # there was no room for it, so nothing is recorded any more
                return events.Handle(callback, args, loop, context)
        handle._number = number
        if args and type(args[0]) is _Future and _was_cancelled(args[0]):
            woken_by_cancellation(task, number)
        if loop.runs_on is kernel.current_thread:
            by = _current_task(loop)
            step_log.ready(number, (by is not None and agents.number_of(by)) or step_log.NONE)
        else:
            step_log.ready(number, agents.current() or step_log.NONE)
        return handle
    number, asks = callbacks.of_interest(callback, None)
    if number is None and asks is None:
        return events.Handle(callback, args, loop, context)
    handle = _CallbackHandle(callback, args, loop, context)
    handle.number, handle.asks, handle.is_due = number, asks, False
    return handle


@observed
def woken_by_cancellation(task, number):
    cancellation.woken_by_cancellation(task, number)


def _finished(task, number, args):
    if _is_cancelled(task):
        origin, location = exceptions.origin_of_cancellation(task, *args)
        kernel.recorder.task_finished(number, "cancelled", "", location, origin)
        return
    # Asking a task for its exception would mark it as retrieved, and silence CPython's own warning.
    error = _exception_of(task)
    if error is None:
        result = _result_of(task)
        if result is None:
            step_log.returned(number)
        else:
            detail = values.short_repr(result)
            kernel.recorder.task_finished(number, "returned", detail, None, None)
        return
    _, location = places.origin_of(error)
    origin = exceptions.origin_of(error, task)
    kernel.recorder.task_finished(number, "raised", values.words_of(error), location, origin)


# Callbacks


@observed
def callback_began(number, asks):
    if number is not None:
        kernel.recorder.callback_began(number)
    if asks is not None:
        is_loop = isinstance(asks[0], base_events.BaseEventLoop)
        (stops if is_loop else cancellation).called_back(*asks)


@observed
def callback_ended(number):
    if number is not None:
        kernel.recorder.callback_ended(number)
    if primitives.pending_futures:
        primitives.look_at_futures()


@observed
def callback_cancelled(number):
    kernel.recorder.callback_cancelled(
        number, agents.current(), places.location_of(sys._getframe())
    )
