"""Watches locks, queues and their kin: what the program calls them, their state, who holds them.

CPython tells when one of their methods returns; no method is replaced, no frame is added, and what
does not use them costs nothing. They are told apart by the code that runs: a class of the program's
or of another library's may have any name. A primitive becomes known at its first use.
"""

import concurrent.futures.thread
import itertools
import queue
import sys
import threading
import weakref
from asyncio import locks, queues, tasks

from . import agents, kernel, monitoring, names, places, states, tags
from .states import HOLDERS, IS_COUNTER

NUMBER = "_loopscope_number"
_MADE = "_loopscope_made"
_STATE = "_loopscope_state"
_PART_OF = "_loopscope_part_of"
_IS_INTERNAL = "_loopscope_is_internal"
"""Attributes that are kept in a primitive's ``__dict__``."""

_numbers = itertools.count(1)


def number_of(primitive, frame, by=None):
    """The primitive's number; at first sight it is given one and recorded with its name.

    ``frame`` is where it is used, ``by`` who uses it: whoever runs, if nothing is said.
    """
    primitive = _whole(primitive)
    number = tags.get(primitive, NUMBER)
    if number is not None:
        return number
    # Whoever made it has the best name for it; a task may have been handed it as an argument.
    by = agents.current() if by is None else by
    frames = [*agents.frames_of_creators(by), places.program_frame(frame)]
    name = names.name_of(primitive, frames)
    number, state = next(_numbers), states.of(primitive)
    tags.put(primitive, NUMBER, number)
    tags.put(primitive, _STATE, state)
    block = tags.get(primitive, states.BLOCK)
    if type(primitive) is threading._PyRLock and block is not None:
        # Its own lock tells who has it.
        tags.put(block, _PART_OF, primitive)
        tags.put(block, NUMBER, number)
    kind, made_at = states.type_of(primitive), tags.get(primitive, _MADE)
    kernel.recorder.primitive_seen(number, kind, name, by, made_at, state)
    return number


def among(frames, own, by):
    """The primitive whose method is the outermost among frames of the library's, as a reason to wait.

    ``own`` is the program's frame that called them, ``by`` who waits.
    """
    for frame in frames:
        if id(frame.f_code) in _waiting:
            return {"primitive": number_of(frame.f_locals["self"], own, by)}
    return {}


_waiting = set()
"""The addresses of the code of methods that can wait."""


def _whole(primitive):
    return tags.get(primitive, _PART_OF, primitive)


def _changed(primitive, frame):
    whole = _whole(primitive)
    number = number_of(whole, frame)
    state = states.of(whole)
    if tags.get(whole, _STATE) != state:
        tags.put(whole, _STATE, state)
        kernel.recorder.primitive_changed(number, agents.current(), state)


def _acquired(frame, result):
    if result is True:
        primitive = frame.f_locals["self"]
        tags.put(primitive, HOLDERS, [*tags.get(primitive, HOLDERS, ()), agents.current()])
        _changed(primitive, frame)


def _released(frame, result):
    primitive = frame.f_locals["self"]
    holders = tags.get(primitive, HOLDERS, [])
    agent = agents.current()
    if agent in holders:
        holders.remove(agent)
    elif isinstance(primitive, locks.Semaphore):
        tags.put(primitive, IS_COUNTER, True)
    elif holders:
        holders.pop(0)
    _changed(primitive, frame)


def lock_changed(lock):
    """A lock of ``threading``'s, which has a number since somebody had to wait for it."""
    _changed(lock, sys._getframe())


def _touched(frame, result):
    primitive = frame.f_locals["self"]
    if not tags.get(primitive, _IS_INTERNAL):
        _changed(primitive, frame)


def _as_completed_made(frame, result):
    """Its queue is a part of it that a program never sees."""
    iterator = frame.f_locals["self"]
    tags.put(iterator._done, _IS_INTERNAL, True)
    tags.put(iterator, _MADE, (agents.current(), places.location_of(frame)))


def _as_completed_up(frame):
    made = tags.get(frame.f_locals["self"], _MADE)
    if made is not None:
        kernel.recorder.as_completed_up(*made)


def _event_touched(frame, result):
    """The library has events of its own, inside of queues for instance, that nobody asked about."""
    event = frame.f_locals["self"]
    if places.is_program(frame.f_back.f_code) or tags.get(event, NUMBER):
        _changed(event, frame)


def _thread_queue_touched(frame, result):
    """Only of interest once somebody has waited at it."""
    shared = frame.f_locals["self"]
    if tags.get(shared, NUMBER):
        _changed(shared, frame)


def _made(frame):
    """Remember where, for when it is first used."""
    primitive = frame.f_locals["self"]
    outer = frame.f_back
    while outer is not None and outer.f_code.co_name == "__init__" and _self_of(outer) is primitive:
        outer = outer.f_back
    if tags.get(primitive, _MADE) is None:
        tags.put(primitive, _MADE, places.location_of(outer))


def _self_of(frame):
    return frame.f_locals.get("self")


def _condition_made(frame, result):
    """Its lock is a part of it, unless the program made that lock and has a name for it."""
    condition = frame.f_locals["self"]
    own = places.program_frame(frame)
    if names.name_of(condition._lock, [own]) is None:
        tags.put(condition._lock, _PART_OF, condition)


def _barrier_made(frame, result):
    barrier = frame.f_locals["self"]
    for part in (barrier._cond, barrier._cond._lock):
        tags.put(part, _PART_OF, barrier)


# Futures of the program's own are seen when a task waits for one, and looked at until they are done.

pending_futures = {}
"""By their numbers, futures of the program's own that a task waits for."""


def of_future(future, frame, by):
    """The number of a bare future that a task waits for."""
    number = number_of(future, frame, by)
    if not future.done():
        pending_futures[number] = weakref.ref(future)
    return number


def look_at_futures():
    """Record those that have been completed since."""
    for number, reference in list(pending_futures.items()):
        future = reference()
        if future is None or future.done():
            del pending_futures[number]
            if future is not None:
                _changed(future, None)


def install() -> None:
    returns = {
        locks.Lock.acquire: _acquired,
        locks.Lock.release: _released,
        locks.Semaphore.acquire: _acquired,
        locks.Semaphore.release: _released,
        locks.Event.set: _event_touched,
        locks.Event.clear: _event_touched,
        locks.Condition.__init__: _condition_made,
        locks.Barrier.__init__: _barrier_made,
        locks.Barrier.wait: _touched,
        locks.Barrier._block: _touched,
        queues.Queue.put_nowait: _touched,
        queues.Queue.get_nowait: _touched,
        queues.Queue.task_done: _touched,
        tasks._AsCompletedIterator.__init__: _as_completed_made,
        queue.Queue.put: _thread_queue_touched,
        queue.Queue.get: _thread_queue_touched,
        queue.Queue.task_done: _thread_queue_touched,
    }
    for function, hook in returns.items():
        monitoring.on_return(function, hook)
    _waiting.update(id(method.__code__) for method in _waiting_methods())
    pool = concurrent.futures.thread.ThreadPoolExecutor
    for kind in (*_MADE_BY_TASKS, queue.Queue, pool):
        monitoring.on_start(kind.__init__, _made)
    monitoring.on_start(tasks._AsCompletedIterator._handle_timeout, _as_completed_up)


def _waiting_methods():
    yield from (locks.Lock.acquire, locks.Semaphore.acquire, locks.Event.wait, locks.Barrier.wait)
    yield from (locks.Condition.wait, locks.Condition.wait_for)
    yield from (queues.Queue.get, queues.Queue.put, queues.Queue.join)
    yield from (queue.Queue.get, queue.Queue.put, queue.Queue.join, queue.SimpleQueue.get)
    yield from (threading.Lock.acquire, threading._PyRLock.acquire, threading.Event.wait)
    yield from (threading.Semaphore.acquire, threading.Barrier.wait)
    yield from (threading.Condition.wait, threading.Condition.wait_for)


_MADE_BY_TASKS = (
    *(locks.Lock, locks.Event, locks.Condition, locks.Semaphore, locks.Barrier),
    queues.Queue,
)
