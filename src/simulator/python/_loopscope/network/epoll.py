"""``select.epoll`` on virtual descriptors: what CPython's selectors and event loops sleep in.

Descriptors become ready in an order, and epoll keeps it: it reports what became ready first first,
and puts what it has reported back at the end of its list for as long as it stays ready
(``ep_send_events`` in Linux). So two servers that are both busy take turns.
"""

import math

from .. import kernel, parking
from ..errors import error
from . import descriptors
from .arguments import ns_of_ms
from .readiness import ALWAYS, ERR, HUP, IN, OUT, RDHUP, Pollable

EPOLLIN = IN
EPOLLPRI = 0x2
EPOLLOUT = OUT
EPOLLERR = ERR
EPOLLHUP = HUP
EPOLLRDHUP = RDHUP
EPOLLONESHOT = 1 << 30
EPOLLET = 1 << 31
EPOLL_CLOEXEC = 0o2000000


class _Watch:
    """One descriptor's place in an epoll instance."""

    def __init__(self, owner, fd, pollable, events):
        self._owner = owner
        self.fd = fd
        self.pollable = pollable
        self.events = events
        pollable.watch(self)

    def __call__(self, events):
        if events & (self.events | ALWAYS):
            self._owner.became_ready(self)

    def is_awaiting(self, event):
        return bool(self.events & event) and self._owner.has_sleepers

    def poll(self):
        return self.pollable.poll() & (self.events | ALWAYS) if self.events else 0


class epoll(Pollable):
    """``select.epoll``."""

    _park = staticmethod(parking.wait)
    """How a thread waits in it."""

    def __init__(self, sizehint=-1, flags=0):
        super().__init__()
        self._fd = descriptors.allocate(self)
        self._watches = {}
        self._ready = {}
        self._sleepers = parking.Waiters(self._park)
        self._is_woken = False

    closed = property(lambda self: self._fd == -1)

    @property
    def has_sleepers(self) -> bool:
        return len(self._sleepers) > 0

    def fileno(self):
        self._check_open()
        return self._fd

    def close(self):
        if not self.closed:
            descriptors.close(self._fd)
            self._fd = -1

    def released(self):
        for watch in self._watches.values():
            watch.pollable.unwatch(watch)

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._check_open()
        fd = descriptors.of_file(fd)
        if not descriptors.is_virtual(fd):
            raise error("EPERM")
        pollable = descriptors.lookup(fd)
        if fd in self._watches and self._watches[fd].pollable is pollable:
            raise FileExistsError(17, "File exists")
        watch = self._watches[fd] = _Watch(self, fd, pollable, eventmask)
        self._look_at(watch)

    def modify(self, fd, eventmask):
        watch = self._watch_of(fd)
        watch.events = eventmask
        self._look_at(watch)

    def unregister(self, fd):
        watch = self._watch_of(fd)
        watch.pollable.unwatch(watch)
        self._ready.pop(watch, None)
        del self._watches[watch.fd]

    def poll(self, timeout=None, maxevents=-1):
        """Pairs of descriptor and events; ``timeout`` in seconds, in Linux's whole milliseconds."""
        if timeout is None or timeout < 0:
            return self.wait_until(None, maxevents)
        return self.wait_until(kernel.now_ns() + ns_of_ms(math.ceil(timeout * 1e3)), maxevents)

    def wait_until(self, due_ns, maxevents=-1, timer_ns=None):
        """As :meth:`poll`, up to an exact moment; None for ever.

        ``timer_ns`` is when something else is due that the caller does not wait for, having to do.
        """
        self._check_open()
        others = kernel.turn(timer_ns)
        if self._is_woken or self._has_ready() or due_ns is not None and due_ns <= kernel.now_ns():
            if others:
                kernel.park(kernel.now_ns())
        else:
            self._sleep(due_ns)
        self._is_woken = False
        return self._take_ready(maxevents)

    def wake(self):
        """End the wait under way, or the next one, with nothing ready."""
        self._is_woken = True
        self._sleepers.wake_all()

    def became_ready(self, watch):
        self._ready.setdefault(watch)
        self._sleepers.wake_all()

    def _sleep(self, due_ns):
        """Until something is ready: what woke this thread, another may have consumed."""
        while not self._is_woken and not self._has_ready():
            if not self._sleepers.wait(due_ns):
                return

    def _look_at(self, watch):
        if watch.poll():
            self.became_ready(watch)

    def _has_ready(self):
        return any(self._still_watched(watch) and watch.poll() for watch in self._ready)

    def _take_ready(self, most):
        found = []
        for watch in tuple(self._ready):
            if len(found) == most:
                break
            del self._ready[watch]
            events = watch.poll() if self._still_watched(watch) else 0
            if not events:
                continue
            found.append((watch.fd, events))
            if watch.events & EPOLLONESHOT:
                watch.events = 0
            elif not watch.events & EPOLLET:
                self._ready[watch] = None
        return found

    def _still_watched(self, watch):
        """Closing the last descriptor takes it out of every epoll."""
        return self._watches.get(watch.fd) is watch and watch.pollable.is_watched_by(watch)

    def _watch_of(self, fd):
        self._check_open()
        fd = descriptors.of_file(fd)
        pollable = descriptors.lookup(fd)
        watch = self._watches.get(fd)
        if watch is None or watch.pollable is not pollable:
            raise error("ENOENT")
        return watch

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed epoll object")
