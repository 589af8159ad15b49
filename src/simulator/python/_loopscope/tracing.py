"""Tells the recorder what the tasks do: created, ready, stepping, suspended on what, finished.

It observes and nothing more. It looks at a handle before and after CPython runs it, and at the
frames of a suspended coroutine; a failure in here is reported to the recorder and never reaches the
program.
"""

import functools
import itertools
import sys
from asyncio import events, futures, tasks

from . import kernel

PROGRAM_FILE = "main.py"
"""The file name the program was compiled under; its lines are the ones worth showing."""

enabled = True
"""Whether what runs is the reader's program; the processes it starts are not looked into."""

_task_numbers = itertools.count(1)

MAIN_AGENT = 0


def _observing(hook):
    """A hook that can fail without the program noticing."""

    @functools.wraps(hook)
    def observe(*args):
        try:
            return hook(*args)
        except Exception as error:
            kernel.recorder.tracingFailed(f"{hook.__name__}: {type(error).__name__}: {error}")

    return observe


def current_agent() -> int:
    """Who is running: a task's number, or ``MAIN_AGENT`` outside every task."""
    try:
        task = tasks.current_task() if enabled else None
    except RuntimeError:
        return MAIN_AGENT
    return MAIN_AGENT if task is None else _number_of(task)


def _number_of(task) -> int:
    """The task's number; at first sight it is given one and its creation recorded."""
    try:
        return task._loopscope_number
    except AttributeError:
        number = task._loopscope_number = next(_task_numbers)
    creator = tasks.current_task() if events._get_running_loop() else None
    parent = MAIN_AGENT if creator in (None, task) else _number_of(creator)
    kernel.recorder.taskCreated(
        number,
        task.get_name(),
        getattr(task.get_coro(), "__qualname__", None) or repr(task.get_coro()),
        parent,
        _program_line(sys._getframe()),
    )
    return number


class _TaskHandle(events.Handle):
    """The handle of a task's next step."""

    __slots__ = ("_task",)

    def _run(self):
        task = self._task
        step_began(task)
        super()._run()
        step_ended(task)


_TaskHandle.__name__ = _TaskHandle.__qualname__ = "Handle"


def handle_for(callback, args, loop, context):
    """The handle that CPython would make; one that tells of its steps where it drives a task."""
    task = getattr(callback, "__self__", None)
    if not enabled or not isinstance(task, tasks.Task):
        return events.Handle(callback, args, loop, context)
    handle = _TaskHandle(callback, args, loop, context)
    handle._task = task
    task_ready(task)
    return handle


@_observing
def task_ready(task):
    kernel.recorder.taskReady(_number_of(task))


@_observing
def step_began(task):
    kernel.recorder.stepBegan(_number_of(task))


@_observing
def step_ended(task):
    number = task._loopscope_number
    if task.done():
        kernel.recorder.stepEnded(number, False, None, None, None, None)
        how, detail = _ending(task)
        kernel.recorder.taskFinished(number, how, detail)
        return
    waiter = task._fut_waiter
    line, call = _place(task.get_coro())
    awaited = _number_of(waiter) if isinstance(waiter, tasks.Task) else None
    due_ns = getattr(waiter, "_loopscope_due_ns", None)
    kernel.recorder.stepEnded(number, True, line, call, awaited, due_ns)


@_observing
def timer_set(timer):
    """Remember on a future that a timer will complete it: this is how ``asyncio.sleep`` waits."""
    if timer._callback is futures._set_result_unless_cancelled:
        timer._args[0]._loopscope_due_ns = timer._due[0]


@_observing
def blocked(from_ns, until_ns, call, frame):
    """A blocking call is about to hold the thread, the loop's if one is running."""
    if enabled and until_ns > from_ns:
        kernel.recorder.loopBlocked(
            current_agent(),
            until_ns,
            _program_line(frame),
            call,
            events._get_running_loop() is not None,
        )


def _place(awaitable):
    """Where a suspended coroutine stands: the program's innermost line, and the library call below.

    Follows the chain of awaits from the task's coroutine inwards.
    """
    line = call = None
    while awaitable is not None:
        frame, inner = _frame_and_awaited(awaitable)
        if frame is None:
            break
        if frame.f_code.co_filename == PROGRAM_FILE:
            line, call = frame.f_lineno, None
        elif call is None:
            call = frame.f_code.co_qualname
        awaitable = inner
    return line, call


def _frame_and_awaited(awaitable):
    """The frame of a coroutine, generator or async generator, and what it awaits."""
    for prefix, awaited in (("cr", "cr_await"), ("ag", "ag_await"), ("gi", "gi_yieldfrom")):
        frame = getattr(awaitable, f"{prefix}_frame", None)
        if frame is not None:
            return frame, getattr(awaitable, awaited)
    return None, None


def _ending(task):
    if task.cancelled():
        return "cancelled", ""
    # Asking a task for its exception would mark it as retrieved, and silence CPython's own warning.
    error = task._exception
    if error is not None:
        return "raised", _short(error)
    result = task._result
    return "returned", "" if result is None else _short(result)


def _short(value) -> str:
    """A ``repr`` of the built-in kind only: the program's own ``__repr__`` is not ours to call."""
    if isinstance(value, BaseException) or type(value).__module__ == "builtins":
        text = type(value).__name__ if isinstance(value, BaseException) else repr(value)
    else:
        text = f"<{type(value).__qualname__}>"
    return text if len(text) <= 80 else f"{text[:79]}…"


def _program_line(frame):
    """The line of the innermost frame that belongs to the program."""
    while frame is not None:
        if frame.f_code.co_filename == PROGRAM_FILE:
            return frame.f_lineno
        frame = frame.f_back
    return None
