"""Who acts: tasks and threads, numbered together in the order in which they come into being."""

import itertools
import sys
import weakref
from asyncio import events, tasks

from . import kernel, observing, places
from .observing import observed

MAIN_AGENT = 0
"""The program's top level, and what runs outside tasks on the main thread."""

_numbers = itertools.count(1)
_names = {MAIN_AGENT: "the main program"}
_tasks = weakref.WeakValueDictionary()
_creators = {}
_of_thread = {kernel.MAIN_THREAD: MAIN_AGENT}


def current() -> int:
    """Who is running: a task, or else the thread."""
    try:
        task = tasks.current_task() if observing.enabled else None
    except RuntimeError:
        task = None
    return current_thread() if task is None else number_of(task)


def current_thread() -> int:
    """The thread that runs; a child process counts as one."""
    number = _of_thread.get(kernel.current_thread)
    return kernel.process.agent if number is None else number


def acting():
    """Who runs, if that is a task or a blocking thread; None in a callback of a loop."""
    loop = events._get_running_loop()
    if loop is None or not observing.enabled:
        return current_thread()
    task = tasks.current_task(loop)
    return None if task is None else number_of(task)


def new_number() -> int:
    """The number of an agent that is neither a task nor a thread of the program's."""
    return next(_numbers)


def pending_tasks():
    """Every task that is not done."""
    return [task for task in list(_tasks.values()) if not task.done()]


def task_of(number):
    """The task of that number; None if it is gone, or of no task's."""
    return _tasks.get(number)


def is_over(number) -> bool:
    """Whether a task is done, or was collected; other agents are taken to go on."""
    if number not in _creators:
        return False
    task = _tasks.get(number)
    return task is None or task.done()


def frames_of_creators():
    """Where those stand who made the running task, the first of them first."""
    chain = []
    number = current()
    while (creator := _creators.get(number, MAIN_AGENT)) != MAIN_AGENT:
        number = creator
        task = _tasks.get(number)
        if task is not None:
            own, _ = places.suspended_place(task.get_coro())
            chain.insert(0, own)
    return chain


def name_of(number) -> str:
    return _names[number]


def number_of(task) -> int:
    """The task's number; at first sight it is given one and its creation recorded."""
    try:
        return task._loopscope_number
    except AttributeError:
        creator = _creator_of(task)
    number = task._loopscope_number = next(_numbers)
    _names[number] = task.get_name()
    _tasks[number] = task
    _creators[number] = creator
    coroutine = task.get_coro()
    kernel.recorder.task_created(
        number,
        task.get_name()[:1000],
        getattr(coroutine, "__qualname__", None) or type(coroutine).__name__,
        "",
        _is_of_library(coroutine),
        creator,
        places.program_line(sys._getframe()),
    )
    return number


def _is_of_library(coroutine) -> bool:
    code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
    return code is not None and not places.is_program(code)


def _creator_of(task) -> int:
    creator = tasks.current_task() if events._get_running_loop() else None
    # An eager task is first seen in its own step, with nobody else to be named.
    return current_thread() if creator in (None, task) else number_of(creator)


@observed
def thread_started(thread, name):
    parent = current()
    number = _of_thread[thread] = next(_numbers)
    _names[number] = name
    line = places.program_line(sys._getframe())
    kernel.recorder.name_thread(thread, number)
    kernel.recorder.thread_started(number, name[:1000], parent, False, None, line)


@observed
def thread_ended():
    kernel.recorder.thread_ended("returned", "", None)
