"""``select.poll`` and ``select.select`` on virtual descriptors.

Waiting here is waiting on the kernel, and each look counts as a turn towards the limit of steps.
"""

import os

from .. import kernel, moments, parking
from ..errors import error
from . import arguments, descriptors
from .readiness import ALWAYS, ERR, IN, OUT

_PRI = 0x2
_NVAL = 0x20
_FD_SETSIZE = 1024
"""What ``select`` can be asked about natively; here it can be asked about all that is open."""


class poll:
    """``select.poll``: reports in the order of registration."""

    def __init__(self):
        self._asked = {}

    def register(self, fd, eventmask=IN | _PRI | OUT, /):
        self._asked[descriptors.of_file(fd)] = arguments.unsigned_short(eventmask)

    def modify(self, fd, eventmask, /):
        if descriptors.of_file(fd) not in self._asked:
            raise FileNotFoundError(2, "No such file or directory")
        self.register(fd, eventmask)

    def unregister(self, fd, /):
        del self._asked[descriptors.of_file(fd)]

    def poll(self, timeout=None, /):
        """Pairs of descriptor and events; ``timeout`` in milliseconds."""
        wait_ns = arguments.poll_timeout_ns(timeout, arguments.MS)
        return _wait_for_any(list(self._asked.items()), wait_ns)


def select(rlist, wlist, xlist, timeout=None, /):
    """``select.select``: three lists, each in the order in which it was given."""
    wait_ns = arguments.timeout_ns(timeout, arguments.SECOND, "a float")
    if wait_ns is not None and wait_ns < 0:
        raise ValueError("timeout must be non-negative")
    try:
        reads, writes, excepts = list(rlist), list(wlist), list(xlist)
    except TypeError:
        raise TypeError("arguments 1-3 must be sequences") from None
    asked = [(descriptors.of_file(file), IN) for file in reads]
    asked += [(descriptors.of_file(file), OUT) for file in writes]
    for fd in (*(fd for fd, _ in asked), *map(descriptors.of_file, excepts)):
        if _events_of(fd) == _NVAL:
            if fd >= _FD_SETSIZE:
                raise ValueError("filedescriptor out of range in select()")
            raise error("EBADF")
    events = {}
    for fd, found in _wait_for_any(asked, wait_ns):
        events[fd] = events.get(fd, 0) | found
    readable, writable = IN | ALWAYS, OUT | ERR
    return (
        [file for file in reads if events.get(descriptors.of_file(file), 0) & readable],
        [file for file in writes if events.get(descriptors.of_file(file), 0) & writable],
        [],
    )


class _Watcher:
    """Wakes the thread that waits for any of several descriptors."""

    def __init__(self):
        self.sleepers = parking.Waiters()

    def __call__(self, _events):
        self.sleepers.wake_all()

    def is_awaiting(self, _event):
        return True


def _wait_for_any(asked, wait_ns):
    """Wait until any of the pairs of descriptor and events has something to report."""
    others = kernel.turn()
    due_ns = None if wait_ns is None else min(kernel.now_ns() + wait_ns, moments.LATEST_NS)
    found = _look(asked)
    if found or wait_ns == 0:
        if others:
            kernel.park(kernel.now_ns())
        return found or _look(asked)
    watcher = _Watcher()
    watched = [descriptors.lookup(fd) for fd, _ in asked if descriptors.is_virtual(fd)]
    for pollable in watched:
        pollable.watch(watcher)
    try:
        while not found and watcher.sleepers.wait(due_ns):
            found = _look(asked)
    finally:
        for pollable in watched:
            pollable.unwatch(watcher)
    return found


def _look(asked):
    looked = ((fd, _events_of(fd) & (events | ALWAYS | _NVAL)) for fd, events in asked)
    return [(fd, events) for fd, events in looked if events]


def _events_of(fd):
    """A file is always ready, as POSIX says of regular files; what is closed is invalid."""
    try:
        if descriptors.is_virtual(fd):
            return descriptors.lookup(fd).poll()
        os.fstat(fd)
    except OSError:
        return _NVAL
    return IN | OUT
