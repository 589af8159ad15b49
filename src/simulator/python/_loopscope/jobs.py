"""Pieces of work that are given to an executor, from who gave them to their end."""

import concurrent.futures.thread
import functools
import itertools
import types
from asyncio import futures, tasks
from concurrent.futures import _base

from . import agents, kernel, library, monitoring, places, primitives, tags, values

_numbers = itertools.count(1)

JOB = "_loopscope_job"
"""The attribute of a future, of either kind, that says whose result it will have."""

TASK = "_loopscope_task"
"""The same, for the task of a coroutine that was given to another thread's loop."""

_COROUTINE = "_loopscope_coroutine"

_GIVEN = "_loopscope_given"
"""On a future that ``run_coroutine_threadsafe`` returned: who called that, and where."""
_SHIELDED = "_loopscope_shielded"
"""On the future that ``shield`` makes: the number of the task behind it."""

_Future = futures.Future


def of_future(future):
    """The number of the job whose result a future will have; None if it is of no job."""
    return tags.get(future, JOB)


def task_of(future):
    return tags.get(future, TASK)


def coroutine_of(future):
    """The coroutine that was given to a loop and is no task yet, by its name, and the loop."""
    return tags.get(future, _COROUTINE, (None, None))


def _submits(frame, called, future):
    """``submit`` makes an item of work, before any worker can take it up."""
    if getattr(called, "__name__", None) != "_WorkItem":
        return
    number = next(_numbers)
    tags.put(future, JOB, number)
    local = frame.f_locals
    pool = primitives.number_of(local["self"], frame)
    name = _name_of(local["fn"], local["args"])
    kernel.recorder.job_submitted(number, pool, name, agents.current(), places.location_of(frame))


def _name_of(function, arguments) -> str:
    """What is called in the end; ``to_thread`` has it called in a context."""
    while True:
        kind = type(function)
        if kind is functools.partial:
            function, arguments = function.func, (*function.args, *arguments)
        elif kind is types.MethodType:
            function = function.__func__
        elif kind is types.BuiltinMethodType and function.__name__ == "run" and arguments:
            function, *arguments = arguments
        else:
            has_name = any(kind is one for one in _NAMED)
            return values.text((function if has_name else kind).__qualname__)


_NAMED = (types.FunctionType, types.BuiltinFunctionType, type)


_HOW = {_base.Future.set_result: "returned", _base.Future.set_exception: "raised"}


def _goes_on(frame, called, future):
    """A worker says so to the future of the job."""
    if type(called) is not types.FunctionType:
        return
    number = of_future(future)
    if number is None:
        return
    if called is _base.Future.set_running_or_notify_cancel:
        if future._state == _base.PENDING:
            kernel.recorder.job_began(number)
    elif called in _HOW:
        if called is _base.Future.set_exception:
            _fails(number, future, _raised(frame.f_locals))
        kernel.recorder.job_ended(number, _HOW[called])


# Exceptions of jobs wait in their futures until somebody asks

_ASKED = "_loopscope_asked"
"""On a future whose result somebody has asked for, or will be told of."""

_unheard = set()
"""The numbers of the jobs that failed, and nobody had asked."""


def _raised(local):
    """The exception that a worker, or the manager of a pool of processes, is about to hand over."""
    error = local["exc"] if "exc" in local else getattr(local.get("result_item"), "exception", None)
    return error if issubclass(type(error), BaseException) else None


def _fails(number, future, error):
    if error is None:
        return
    is_heard = tags.get(future, _ASKED, False)
    if not is_heard:
        _unheard.add(number)
    _, location = places.origin_of(error)
    kernel.recorder.job_failed(number, values.words_of(error), location, is_heard)


def _asked(frame):
    future = frame.f_locals["self"]
    number = of_future(future)
    if number is None and tags.get(future, _GIVEN):
        _asked_for_coroutine(frame, future)
        return
    if number in _unheard:
        _unheard.remove(number)
        kernel.recorder.job_heard(number, agents.current())
    elif number is not None:
        tags.put(future, _ASKED, True)


def _asked_for_coroutine(frame, future):
    caller = frame.f_back
    if caller.f_code is futures._chain_future.__code__ and caller.f_locals["destination"] is future:
        return
    task = tags.get(future, TASK)
    if not tags.get(future, _ASKED) and task is not None:
        kernel.recorder.coroutine_asked(task, agents.current())
    tags.put(future, _ASKED, True)


# Cancelling

_askers = {}
"""By the number of a job: who cancelled the future that asyncio wraps round it."""


def _program_calls(frame, called, first):
    """A future's callback tells the job of its cancellation, one turn of the loop later."""
    if called is not _Future.cancel:
        return False
    number, shielded = of_future(first), tags.get(first, _SHIELDED)
    if number is not None:
        _askers[number] = agents.current()
    if shielded is not None and not first.done():
        kernel.recorder.shield_cancelled(shielded, agents.current(), places.location_of(frame))
    return True


def _is_cancelled(frame):
    future = frame.f_locals["self"]
    number = of_future(future)
    if number is None or future._state not in (_base.PENDING, _base.RUNNING):
        return
    by = _askers.pop(number, None)
    is_running = future._state == _base.RUNNING
    kernel.recorder.job_cancelled(number, agents.current() if by is None else by, is_running)


def will_be_cancelled(future, by) -> None:
    """A task is cancelled, and the future with it that it awaits, if it awaits one."""
    number = of_future(future)
    if number is not None:
        _askers[number] = by


# Futures that stand for others


def _wrapped(frame, wrapper):
    number = of_future(frame.f_locals["future"])
    if number is not None:
        tags.put(wrapper, JOB, number)


def _chained(frame):
    source, destination = frame.f_locals["source"], frame.f_locals["destination"]
    if agents.is_task(source):
        tags.put(destination, TASK, agents.number_of(source))
        given = tags.get(destination, _GIVEN)
        if given is not None:
            is_asked = tags.get(destination, _ASKED, False)
            kernel.recorder.coroutine_given(agents.number_of(source), *given, is_asked)
        if tags.get(destination, _COROUTINE):
            for listen in on_task_made:
                listen(destination)


on_task_made = []
"""Told of a future of ``concurrent.futures``: its coroutine has become a task."""


def _given_to_loop(frame, future):
    local = frame.f_locals
    name = getattr(local["coro"], "__qualname__", None)
    tags.put(future, _COROUTINE, (values.text(name) if name else None, local["loop"]))
    tags.put(future, _GIVEN, (agents.current(), places.location_of(frame)))


def _shielded(frame, outer):
    inner = frame.f_locals.get("inner")
    if agents.is_task(inner) and outer is not inner:
        tags.put(outer, TASK, agents.number_of(inner))
        tags.put(outer, _SHIELDED, agents.number_of(inner))


def _watch_processes(pools):
    manager = pools._ExecutorManagerThread
    monitoring.on_call(pools.ProcessPoolExecutor.submit, _submits)
    monitoring.on_call(manager.add_call_item_to_queue, _goes_on)
    monitoring.on_call(manager.process_result_item, _goes_on)
    monitoring.on_call(manager._terminate_broken, _goes_on)


def install() -> None:
    threads = concurrent.futures.thread
    monitoring.on_call(threads.ThreadPoolExecutor.submit, _submits)
    monitoring.on_call(threads._WorkItem.run, _goes_on)
    library.fit("concurrent.futures.process", _watch_processes)
    monitoring.on_start(_base.Future.cancel, _is_cancelled)
    for asks in (_base.Future.result, _base.Future.exception, _base.Future.add_done_callback):
        monitoring.on_start(asks, _asked)
    monitoring.on_return(futures.wrap_future, _wrapped)
    monitoring.on_start(futures._chain_future, _chained)
    monitoring.on_return(tasks.run_coroutine_threadsafe, _given_to_loop)
    monitoring.on_return(tasks.shield, _shielded)
    monitoring.on_program_call(_program_calls)
