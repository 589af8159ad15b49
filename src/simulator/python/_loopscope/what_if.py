"""What is changed of a run from outside: how long its waits are, and how long what it sends is under way.

Who waits is asked for where a wait begins, and only where anything is changed at all.
"""

import sys
import types
from asyncio import futures, tasks, timeouts

from . import agents, callbacks, kernel, moments, places, waits

changed = None
"""How many nanoseconds a wait of a kind of the trace's is to last, None for as it was going to:
``changed(kind, due_ns, agent, location)``. None where nothing is changed, as a rule."""

latency_ns = None
"""How long all is under way that is sent over TCP and UDP; None for as the program says."""


def attach(bridge) -> None:
    """Take from the host what is changed of the run that begins."""
    global changed, latency_ns
    changed = bridge.changed if bridge.changesWaits else None
    latency_ns = bridge.latencyNs


def timer_due(callback, due_ns):
    """When a timer of a loop goes off that was going to at ``due_ns``."""
    kind = _kind_of(callback)
    if kind is None:
        return due_ns
    location = places.location_of(sys._getframe(1))
    length_ns = changed(kind, due_ns, agents.current(), location)
    if length_ns is None:
        return due_ns
    due_ns = kernel.now_ns() + length_ns
    if kind == "limit":
        # What the program reads of it, and what is told of it, is when it does go off.
        callback.__self__._when = moments.to_seconds(due_ns)
    return due_ns


def sleep_due(frame, due_ns):
    """When a thread goes on that stands in ``time.sleep`` at ``frame``."""
    if due_ns >= moments.LATEST_NS:
        return due_ns
    by = agents.current()
    wait = waits.of_thread(frame, by, None, None)
    if wait.call != "time.sleep":
        return due_ns
    length_ns = changed("blocking-sleep", due_ns, by, wait.location)
    return due_ns if length_ns is None else kernel.now_ns() + length_ns


def _kind_of(callback):
    if callback is futures._set_result_unless_cancelled:
        return "sleep"
    if callback is tasks._release_waiter:
        return "wait"
    if type(callback) is types.MethodType and callback.__func__ is _ON_TIMEOUT:
        return "limit"
    return "callback" if callbacks.is_of_interest(callback) else None


_ON_TIMEOUT = timeouts.Timeout._on_timeout
