"""Who acts: tasks and threads, numbered together in the order in which they come into being."""

import concurrent.futures.thread
import gc
import itertools
import sys
import types
import weakref
from asyncio import events, tasks

from . import kernel, observing, places, step_log, tags, values
from .observing import observed

MAIN_AGENT = 0
"""The program's top level, and what runs outside tasks on the main thread."""

_NUMBER = "_loopscope_number"
_numbers = itertools.count(1)
_tasks = {}
"""Weak references to tasks, by their numbers."""

_creators = {}
_ended = set()
"""Threads and child processes that are over."""

_of_thread = {kernel.MAIN_THREAD: MAIN_AGENT}

# Kept, because a program may put others in their place.
_Task = tasks.Task
_current_task = tasks.current_task
_code_of = {
    types.CoroutineType: types.CoroutineType.cr_code.__get__,
    types.GeneratorType: types.GeneratorType.gi_code.__get__,
}
_is_done = tasks.Task.done
_name_of = tasks.Task.get_name
_coroutine_of = tasks.Task.get_coro


def begin_again() -> None:
    """Forget the threads of the run before."""
    _of_thread.clear()
    _of_thread[kernel.MAIN_THREAD] = MAIN_AGENT


def current() -> int:
    """Who is running: a task, or else the thread."""
    task = running_task() if observing.enabled else None
    return current_thread() if task is None else number_of(task)


def running_task():
    """The task that runs on this thread; None if there is none, or none of CPython's own kind."""
    if events._get_running_loop() is None:
        return None
    task = _current_task()
    return task if is_task(task) else None


def current_thread() -> int:
    """The thread that runs; a child process counts as one."""
    number = _of_thread.get(kernel.current_thread)
    return kernel.process.agent if number is None else number


def acting():
    """Who runs, if that is a task or a blocking thread; None in a callback of a loop."""
    loop = events._get_running_loop()
    if loop is None or not observing.enabled:
        return current_thread()
    task = running_task()
    return None if task is None else number_of(task)


def new_number() -> int:
    """The number of an agent that is neither a task nor a thread of the program's."""
    return next(_numbers)


def pending_tasks():
    """Every task that is not done."""
    alive = (reference() for reference in list(_tasks.values()))
    return [task for task in alive if task is not None and not _is_done(task)]


def is_over(number) -> bool:
    """Whether a task is done, or was collected; whether a thread or a process has ended."""
    if number not in _creators:
        return number in _ended
    task = _tasks[number]()
    return task is None or _is_done(task)


def of_thread(thread):
    """The agent that a thread of the kernel's is; None if it is not known."""
    return _of_thread.get(thread)


def is_task(candidate) -> bool:
    return issubclass(type(candidate), _Task)


def frames_of_creators(number):
    """Where those stand who made a task, the first of them first."""
    chain = []
    while (creator := _creators.get(number, MAIN_AGENT)) != MAIN_AGENT:
        number = creator
        task = _tasks[number]() if number in _tasks else None
        if task is not None:
            own, _, _ = places.suspended_place(_coroutine_of(task))
            chain.insert(0, own)
    return chain


def number_of(task) -> int:
    """The task's number; at first sight it is given one and its creation recorded.

    A subclass is not asked for an attribute: it may compute them, or have none to give.
    """
    if type(task) is _Task:
        try:
            return task._loopscope_number
        except AttributeError:
            return introduce(task, _coroutine_of(task), sys._getframe())
    number = tags.get(task, _NUMBER)
    return introduce(task, _coroutine_of(task), sys._getframe()) if number is None else number


def known_number(task):
    """The task's number, None if it has none yet."""
    return tags.get(task, _NUMBER)


@observed
def introduce(task, coroutine, frame) -> int:
    """Give a task its number, and record its creation at ``frame``."""
    running = running_task()
    is_eager = running is task
    if is_eager:
        creator, location = origin_of_eager(frame)
    else:
        creator = current_thread() if running is None else number_of(running)
        location = places.location_of(frame)
    number = next(_numbers)
    tags.put(task, _NUMBER, number)
    _tasks[number] = weakref.ref(task)
    _creators[number] = creator
    kind = type(coroutine)
    code = _code_of[kind](coroutine) if kind in _code_of else None
    step_log.created(
        number,
        # One whose name could not be written has none, and lives until it is collected.
        values.text(_name_of(task) or ""),
        values.text(_qualified_name_of(coroutine) if code is None else coroutine.__qualname__),
        _arguments.pop(id(coroutine), None) or values.arguments_of(coroutine),
        code is not None and not places.is_program(code),
        creator,
        location,
    )
    if is_eager:
        eager_begins(number)
    return number


def remember_arguments(coroutine) -> None:
    """What runs before its task is known can't be asked later: it may assign to its arguments."""
    _arguments[id(coroutine)] = values.arguments_of(coroutine)


def forget_arguments(coroutine) -> None:
    _arguments.pop(id(coroutine), None)


_arguments = {}
"""By the addresses of coroutines whose tasks are being made."""


def _qualified_name_of(awaitable) -> str:
    """Of what is no coroutine: its type; of what closes an asynchronous generator, ``rows.aclose``."""
    kind = type(awaitable)
    if kind.__name__ == _CLOSES:
        for referent in gc.get_referents(awaitable):
            if type(referent) is types.AsyncGeneratorType:
                return f"{referent.__qualname__}.aclose"
    return kind.__qualname__


_CLOSES = "async_generator_athrow"
"""The type of what ``aclose`` and ``athrow`` return. It has no attribute that tells of whom."""


def origin_of_eager(frame):
    """Who made the task that is first seen in its own step, at ``frame``, and where.

    ``eager_tasks`` knows, and is told next that it begins.
    """
    return current_thread(), places.location_of(frame)


def eager_begins(number) -> None:
    """The task has its number now."""


# Threads


@observed
def thread_started(thread, function, is_daemon):
    """A thread of the kernel's is about to call ``function``, as a rule to run a ``Thread``."""
    parent = current()
    number = _of_thread[thread] = next(_numbers)
    owner = getattr(function, "__self__", None)
    kernel.recorder.thread_started(
        number,
        values.text(str(tags.get(owner, "_name") or getattr(function, "__qualname__", "?"))),
        parent,
        is_daemon,
        _pool_of(owner),
        places.location_of(sys._getframe()),
    )
    kernel.recorder.name_thread(thread, number)


def _pool_of(owner):
    """The number of the executor that a ``Thread`` works for."""
    if tags.get(owner, "_target") is not concurrent.futures.thread._worker:
        return None
    executor, *_ = tags.get(owner, "_args")
    return tags.get(executor(), _NUMBER)


_failures = {}
"""The exceptions that threads could not handle, until these are over: words and location."""


def thread_failed(error) -> None:
    """An exception reached the bottom of the running thread's stack."""
    _, location = places.origin_of(error)
    _failures[kernel.current_thread] = (values.words_of(error), location)


def process_ended(number) -> None:
    _ended.add(number)


@observed
def thread_ended():
    _ended.add(current_thread())
    failure = _failures.pop(kernel.current_thread, None)
    if failure is None:
        kernel.recorder.thread_ended("returned", "", None)
    else:
        kernel.recorder.thread_ended("raised", *failure)
