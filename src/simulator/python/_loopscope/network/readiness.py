"""Who waits for what to become readable or writable.

Events are the bits of ``poll(2)`` and ``epoll(7)``, which have the same values on Linux.
"""

import os
import stat

from .. import parking
from ..errors import error

IN = 0x1
OUT = 0x4
ERR = 0x8
HUP = 0x10
RDHUP = 0x2000

ALWAYS = ERR | HUP
"""Reported whether asked for or not."""


class Pollable:
    """What a descriptor stands for: POSIX's *open file description*.

    It lives until the last descriptor is closed and the last blocked call on it has returned, as in
    Linux: a thread in ``recv`` keeps a connection open that another thread closes.
    """

    blocking = True
    """Whether ``os.read`` and ``os.write`` wait; sockets have their own timeouts besides."""

    mode = stat.S_IFSOCK | 0o777
    """As ``os.fstat`` gives it."""

    is_terminal = is_seekable = False

    is_watchable = True
    """Whether ``epoll`` takes it: all but files."""

    access = os.O_RDWR
    """What it may be used for, as ``open`` was told."""

    openers = ()
    """Who made it or was given it, by their agents' numbers, the last first."""

    transport = None
    """A weak reference to the transport of asyncio's that uses it."""

    def read(self, limit: int) -> bytes:
        """Up to ``limit`` bytes, none at the end; ``BlockingIOError`` where there are none yet."""
        raise error("EBADF")

    def write(self, data) -> int:
        """How many bytes were taken; ``BlockingIOError`` where there is no room at all."""
        raise error("EBADF")

    def __init__(self):
        self._references = 0
        self._blocked = {IN: parking.Waiters(), OUT: parking.Waiters()}
        self._watchers = {}

    def poll(self) -> int:
        """The events that are the case now."""
        raise NotImplementedError

    def released(self):
        """Nothing refers to it any more."""

    def notify(self, events: int):
        """Tell threads first, then watchers in the order in which they came."""
        for event, waiters in self._blocked.items():
            if events & (event | ALWAYS):
                waiters.wake_all()
        for watcher in tuple(self._watchers):
            watcher(events)

    def wait(self, event: int, due_ns) -> bool:
        """Block the running thread until ``event`` is worth another try; False at ``due_ns``."""
        return self._blocked[event].wait(due_ns)

    def is_awaited(self, event: int) -> bool:
        """Whether a thread stands still for ``event``, here or where it watches."""
        watchers = (watcher.is_awaiting(event) for watcher in self._watchers)
        return len(self._blocked[event]) > 0 or any(watchers)

    def pipe_for(self, event: int):
        """The stream of bytes that whoever waits for ``event`` reads from or writes to, if any."""
        return None

    def watch(self, watcher):
        """Have ``watcher(events)`` called at each :meth:`notify`.

        ``watcher.is_awaiting(event)`` says whether a thread sleeps until then.
        """
        self._watchers[watcher] = None

    def unwatch(self, watcher):
        self._watchers.pop(watcher, None)

    def is_watched_by(self, watcher) -> bool:
        return watcher in self._watchers

    def retain(self):
        self._references += 1

    def release(self):
        self._references -= 1
        if self._references == 0:
            self._watchers.clear()
            self.released()
