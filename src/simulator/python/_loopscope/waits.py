"""What a suspended task waits for, and what a thread that stands still in a blocking call."""

import concurrent.futures
import itertools
import threading
import types
from asyncio import futures, taskgroups, tasks
from concurrent.futures import thread as pools

from . import agents, jobs, moments, places, primitives, program_files, step_log, tags, wait_reasons
from .step_log import Wait

_Task = tasks.Task
_Future = futures.Future
_Gathering = tasks._GatheringFuture
_waiter_of = tasks.Task._fut_waiter.__get__
_is_done = tasks.Task.done
_coroutine_of = tasks.Task.get_coro
_Coroutine = types.CoroutineType
_SLEEP = tasks.sleep.__code__

sleeping = None
"""The timer of the last ``sleep`` that began, until the step is over in which it did."""


def tell(task, number) -> None:
    """Write down what a task waits for whose step is over. Runs at every step."""
    waiter = task._fut_waiter if type(task) is _Task else _waiter_of(task)
    coroutine = _coroutine_of(task)
    global sleeping
    timer, due_ns, sleeping = sleeping, None, None
    if timer is not None and timer._args is not None and timer._args[0] is waiter:
        due_ns = timer._due[0]
        # The commonest case by far: a coroutine of the program's is in ``sleep``.
        own = coroutine
        awaited = own.cr_await if type(own) is _Coroutine else None
        while type(awaited) is _Coroutine and awaited.cr_code is not _SLEEP:
            own, awaited = awaited, awaited.cr_await
        if type(awaited) is _Coroutine:
            file = places.numbers.get(own.cr_code.co_filename)
            if file is not None and due_ns < moments.LATEST_NS:
                location = file * program_files.LINES + own.cr_frame.f_lineno
                step_log.slept(number, location, due_ns)
                return timer
    own, file, inner = places.suspended_place(coroutine)
    location = None if own is None else program_files.location(file, own.f_lineno)
    call = None if inner is None else places.awaited_call(inner)
    if due_ns is None:
        wait = _wait(number, waiter, own, inner, location, call)
    else:
        wait = Wait(location, call, until_ns=due_ns)
    step_log.waits(number, wait)
    return None


def of_task(task) -> Wait:
    """What a suspended task waits for, without where."""
    own, _, inner = places.suspended_place(_coroutine_of(task))
    return _wait(agents.number_of(task), _waiter_of(task), own, inner, None, None)


def _wait(number, waiter, own, inner, location, call):
    if type(waiter) is _Gathering:
        reasons = wait_reasons.of(places.awaited_frames(inner), number)
        if "process" in reasons:
            # What ``communicate`` gathers is its own.
            return Wait(location, call, **reasons)
        return Wait(location, call or "gather", tasks=_pending(waiter._children), **reasons)
    if agents.is_task(waiter):
        return Wait(location, call, task=agents.number_of(waiter))
    frames = list(places.awaited_frames(inner))
    reasons = wait_reasons.of(frames, number) or primitives.among(frames, own, number)
    if not reasons and type(waiter) is _Future:
        reasons = _of_future(waiter, frames, own, number)
        shield = reasons.pop("call", None)
        call = call or shield
    return Wait(location, call, **reasons)


def _of_future(future, frames, own, by):
    job, task = jobs.of_future(future), jobs.task_of(future)
    if job is not None:
        return {"job": job}
    if task is not None:
        return {"task": task, "call": "shield"}
    # The library's own futures are nothing that a program knows of.
    if not frames or frames[-1].f_code is tasks.wait_for.__code__:
        return {"primitive": primitives.of_future(future, own, by)}
    return {}


def _pending(awaited):
    """The numbers of tasks that are not done, in order: what awaits several often has a set."""
    found = (task for task in awaited if agents.is_task(task) and not _is_done(task))
    if type(awaited) is list:
        # There may be very many, and they are in order.
        found = itertools.islice(found, step_log.MOST_LISTED)
    return sorted({agents.number_of(task) for task in found})


# Threads


def of_thread(frame, by, due_ns, facts):
    """What ``by`` waits for, who stands still at ``frame``; ``facts`` are known to what blocks."""
    own, library = places.split_at_program(places.parked_frames(frame), _CALL_WHAT_IS_GIVEN)
    if own is None:
        return Wait(until_ns=due_ns, **(facts or wait_reasons.of(library, by)))
    # Locks inside of the library's own objects are no concern of the program's.
    direct = itertools.dropwhile(lambda frame: frame.f_code.co_name == "__enter__", library)
    reasons = facts or wait_reasons.of(library, by)
    reasons = reasons or primitives.among(itertools.islice(direct, 1), own, by)
    # A worker of a pool that waits for work is called by no one.
    called = library if places.is_program(own.f_code) else library[:1]
    return Wait(places.location_of(own), places.call_of(called), until_ns=due_ns, **reasons)


_CALL_WHAT_IS_GIVEN = (threading.Thread.run.__code__, pools.WorkerContext.run.__code__)


# What the library's functions wait for


def _for_several(frame, by):
    timer = frame.f_locals.get("timeout_handle")
    return {"tasks": _pending(frame.f_locals["fs"]), "until_ns": _due_of(timer)}


def _for_next_of_several(frame, by):
    iterator = frame.f_locals["self"]
    return {"tasks": _pending(iterator._todo), "until_ns": _due_of(iterator._timeout_handle)}


def _for_members(frame, by):
    return {"tasks": _pending(frame.f_locals["self"]._tasks)}


def _due_of(timer):
    return None if timer is None else moments.moment(timer._when)


def _for_result(frame, by):
    future = frame.f_locals["self"]
    tags.put(future, AWAITED_BY, by)
    return _of_shared(future)


AWAITED_BY = "_loopscope_awaited_by"
"""On a future of ``concurrent.futures``: who stood still last until it was done."""


def _of_shared(future):
    """What a future of ``concurrent.futures`` stands for."""
    job, task = jobs.of_future(future), jobs.task_of(future)
    if job is not None:
        return {"job": job}
    if task is not None:
        return {"task": task}
    name, loop = jobs.coroutine_of(future)
    return {"coroutine": name, "runs_in": None if loop is None else loop.number}


def _for_several_futures(frame, by):
    """``concurrent.futures.wait``: the first that is not done stands for all."""
    pending = (future for future in frame.f_locals["fs"] if not future.done())
    return _of_shared(next(pending, None))


def install() -> None:
    wait_reasons.on(tasks._wait, _for_several)
    wait_reasons.on(tasks._AsCompletedIterator._wait_for_one, _for_next_of_several)
    places.know_call(tasks._AsCompletedIterator._wait_for_one, "as_completed")
    wait_reasons.on(taskgroups.TaskGroup._aexit, _for_members)
    wait_reasons.on(concurrent.futures.Future.result, _for_result)
    wait_reasons.on(concurrent.futures.Future.exception, _for_result)
    wait_reasons.on(concurrent.futures.wait, _for_several_futures)
