"""Watches locks, queues and their kin: what the program calls them, their state, who holds them.

CPython tells when one of their methods returns (``sys.monitoring``); no method is replaced, no frame
is added, and what does not use them costs nothing. A primitive becomes known at its first use.
"""

import itertools
import json
import weakref
from asyncio import locks, queues

from . import agents, kernel, monitoring, places

_numbers = itertools.count(1)

_waiting_methods = {
    method.__qualname__
    for method in (
        locks.Lock.acquire,
        locks.Semaphore.acquire,
        locks.Event.wait,
        locks.Condition.wait,
        locks.Condition.wait_for,
        locks.Barrier.wait,
        queues.Queue.get,
        queues.Queue.put,
        queues.Queue.join,
    )
}


def number_of(primitive, frame):
    """The primitive's number; at first sight it is given one and recorded with its name."""
    primitive = getattr(primitive, "_loopscope_part_of", primitive)
    try:
        return primitive._loopscope_number
    except AttributeError:
        number = primitive._loopscope_number = next(_numbers)
    _seen[number] = primitive
    # Whoever made it has the best name for it; a task may have been handed it as an argument.
    frames = [*agents.frames_of_creators(), places.program_frame(frame)]
    primitive._loopscope_name = places.name_of(primitive, frames)
    primitive._loopscope_state = json.dumps(_state_of(primitive))
    kernel.recorder.primitive_seen(
        number,
        type(primitive).__name__,
        primitive._loopscope_name,
        agents.current(),
        None,
        primitive._loopscope_state,
    )
    return number


def among(library_frames, own_frame):
    """The number of the primitive whose method is outermost among a task's library frames."""
    for frame in library_frames:
        if frame.f_code.co_qualname in _waiting_methods:
            return number_of(frame.f_locals["self"], own_frame)
    return None


_seen = weakref.WeakValueDictionary()


def describe(number) -> str:
    """For a report: ``for `db_lock`, held by Task-2``."""
    primitive = _seen[number]
    name = getattr(primitive, "_loopscope_name", None)
    words = f"for `{name}`" if name else f"for a {type(primitive).__name__}"
    holders = [agents.name_of(agent) for agent in getattr(primitive, "_loopscope_holders", [])]
    return f"{words}, held by {' and '.join(holders)}" if holders else words


def _state_of(primitive) -> dict:
    """As ``PrimitiveState`` in ``src/trace/recording.ts``."""
    holders = getattr(primitive, "_loopscope_holders", [])
    match primitive:
        case locks.Lock():
            return {"kind": "lock", "holder": holders[0] if holders else None}
        case locks.Condition():
            holders = getattr(primitive._lock, "_loopscope_holders", [])
            return {"kind": "condition", "holder": holders[0] if holders else None}
        case locks.Semaphore():
            return {"kind": "semaphore", "value": primitive._value, "holders": list(holders)}
        case locks.Event():
            return {"kind": "event", "isSet": primitive._value}
        case locks.Barrier():
            return {"kind": "barrier", "arrived": primitive._count, "parties": primitive._parties}
        case queues.Queue():
            return {
                "kind": "queue",
                "size": primitive.qsize(),
                "maxSize": max(0, primitive._maxsize),
                "unfinished": primitive._unfinished_tasks,
            }
        case _:
            return {"kind": "future", "state": _future_state(primitive)}


def _changed(primitive, frame):
    whole = getattr(primitive, "_loopscope_part_of", primitive)
    number = number_of(whole, frame)
    state = json.dumps(_state_of(whole))
    if whole._loopscope_state != state:
        whole._loopscope_state = state
        kernel.recorder.primitive_changed(number, agents.current(), state)


def _acquired(primitive, frame, result):
    if result is True:
        primitive.__dict__.setdefault("_loopscope_holders", []).append(agents.current())
        _changed(primitive, frame)


def _released(primitive, frame, result):
    holders = primitive.__dict__.get("_loopscope_holders", [])
    agent = agents.current()
    if agent in holders:
        holders.remove(agent)
    elif holders:
        holders.pop(0)
    _changed(primitive, frame)


def _touched(primitive, frame, result):
    _changed(primitive, frame)


def _event_touched(event, frame, result):
    """The library has events of its own, inside of queues for instance, that nobody asked about."""
    caller = frame.f_back
    if places.is_program(caller.f_code) or hasattr(event, "_loopscope_number"):
        _changed(event, frame)


def _condition_made(condition, frame, result):
    """Its lock is a part of it, unless the program made that lock and has a name for it."""
    own = places.program_frame(frame)
    if places.name_of(condition._lock, [own]) is None:
        condition._lock._loopscope_part_of = condition


def _barrier_made(barrier, frame, result):
    barrier._cond._loopscope_part_of = barrier
    barrier._cond._lock._loopscope_part_of = barrier


# Futures of the program's own are seen when a task waits for one, and looked at until they are done.

pending_futures = weakref.WeakSet()
"""Futures of the program's own that a task waits for."""


def of_future(future, frame):
    """The number of a bare future that a task waits for."""
    number = number_of(future, frame)
    if not future.done():
        pending_futures.add(future)
    return number


def look_at_futures():
    """Record those that have been completed since."""
    for future in [future for future in pending_futures if future.done()]:
        pending_futures.discard(future)
        _changed(future, None)


def _future_state(future) -> str:
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    # Asking for the exception would mark it as retrieved.
    return "exception" if future._exception is not None else "result"


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
    }
    for function, hook in returns.items():
        monitoring.on_return(function.__code__, hook)
