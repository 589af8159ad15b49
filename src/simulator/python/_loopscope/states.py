"""How a primitive stands: what kind of thing it is, and its state.

Both are read from its attributes, past whatever a subclass of the program's makes of these.
"""

import collections
import concurrent.futures
import json
import queue
from asyncio import futures, locks, queues

from . import tags, values

HOLDERS = "_loopscope_holders"
"""The attribute with the agents that have it, in the order in which they came."""

IS_COUNTER = "_loopscope_is_counter"
"""On a semaphore that somebody released who had not acquired it: then nobody has it."""

LOCK_HOLDER = "_loopscope_holder"
"""The same on a lock of ``threading``'s."""

BLOCK = "_block"
"""The lock in an ``RLock``."""

_MOST_LISTED = 64
"""As in ``src/trace/fields.ts``."""

_exception_of = futures.Future._exception.__get__


def of(primitive) -> str:
    """As ``PRIMITIVE_STATES`` in ``src/trace/schema.ts``, in JSON."""
    state = _threading
    for base in type(primitive).__mro__:
        if base in _STATES:
            state = _STATES[base]
            break
    return json.dumps(state(primitive))


def type_of(primitive) -> str:
    """Its class, as a program writes it: what threads share has the same names as asyncio's."""
    kind = type(primitive)
    module, name = kind.__module__, kind.__name__
    if module in ("queue", "_queue"):
        name = f"queue.{name}"
    elif module in ("threading", "_thread"):
        name = f"threading.{'Lock' if name == 'lock' else name}"
    return values.text(name)


def of_future(future) -> str:
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    # Asking for the exception would mark it as retrieved.
    return "exception" if _exception_of(future) is not None else "result"


def _holders(primitive):
    return tags.get(primitive, HOLDERS, ())


def _lock(primitive):
    return {"kind": "lock", "holder": next(iter(_holders(primitive)), None)}


def _condition(condition):
    holders = _holders(tags.get(condition, "_lock"))
    return {"kind": "condition", "holder": next(iter(holders), None)}


def _semaphore(primitive):
    holders = [] if tags.get(primitive, IS_COUNTER) else _holders(primitive)[:_MOST_LISTED]
    return {"kind": "semaphore", "value": tags.get(primitive, "_value"), "holders": holders}


def _event(primitive):
    return {"kind": "event", "isSet": tags.get(primitive, "_value")}


def _barrier(primitive):
    return {"kind": "barrier", "arrived": tags.get(primitive, "_count"), "parties": tags.get(primitive, "_parties")}


def _queue(primitive):
    return _queue_of(tags.get(primitive, "_queue"), tags.get(primitive, "_maxsize"), tags.get(primitive, "_unfinished_tasks"))


def _thread_queue(primitive):
    return _queue_of(tags.get(primitive, "queue"), tags.get(primitive, "maxsize"), tags.get(primitive, "unfinished_tasks"))


def _simple_queue(primitive):
    return _queue_of(tags.get(primitive, "_queue"), 0, 0)


_OF_CPYTHON = (collections.deque, list, set, dict, collections.OrderedDict)


def _queue_of(items, max_size, unfinished):
    # A queue of the program's own may keep its items in anything; what can't be told isn't asked.
    size = len(items) if type(items) in _OF_CPYTHON else unfinished
    return {"kind": "queue", "size": size, "maxSize": max(0, max_size), "unfinished": unfinished}


def _pool(primitive):
    return {"kind": "pool", "places": tags.get(primitive, "_max_workers")}


def _future(future):
    return {"kind": "future", "state": of_future(future)}


def _threading(primitive):
    lock = tags.get(primitive, BLOCK, primitive)
    return {"kind": "threading", "holder": tags.get(lock, LOCK_HOLDER)}


_STATES = {
    locks.Lock: _lock,
    locks.Condition: _condition,
    locks.Semaphore: _semaphore,
    locks.Event: _event,
    locks.Barrier: _barrier,
    queues.Queue: _queue,
    queue.Queue: _thread_queue,
    queue._PySimpleQueue: _simple_queue,
    concurrent.futures.Executor: _pool,
    futures.Future: _future,
}
