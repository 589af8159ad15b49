"""``select.epoll`` on virtual descriptors: what CPython's selectors and event loops sleep in.

Descriptors become ready in an order, and epoll keeps it: it reports what became ready first first,
and puts what it has reported back at the end of its list for as long as it stays ready
(``ep_send_events`` in Linux). So two servers that are both busy take turns.
"""

import os

from .. import kernel, parking
from ..errors import error
from . import descriptors
from .arguments import SECOND, poll_timeout_ns
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


class _Instance(Pollable):
    """What the descriptor of an ``epoll`` stands for: readable while something that it watches is ready."""

    def __init__(self, owner):
        super().__init__()
        self.owner = owner

    def poll(self):
        return IN if self.owner.has_ready() else 0

    def released(self):
        self.owner.unwatch_all()


class epoll:
    """``select.epoll``."""

    _park = staticmethod(parking.wait)
    """How a thread waits in it."""

    def __init__(self, sizehint=-1, flags=0):
        if sizehint < -1 or sizehint == 0:
            raise ValueError("negative sizehint")
        if flags & ~EPOLL_CLOEXEC:
            raise OSError("invalid flags")
        self._instance = _Instance(self)
        self._fd = descriptors.allocate(self._instance)
        self._watches = {}
        self._ready = {}
        self._sleepers = parking.Waiters(self._park)
        self._is_woken = False

    @classmethod
    def fromfd(cls, fd, /):
        """Another object for one that has been made."""
        twin = cls.__new__(cls)
        vars(twin).update(vars(descriptors.lookup(fd).owner), _fd=fd)
        return twin

    closed = property(lambda self: self._fd == -1)

    @property
    def has_sleepers(self) -> bool:
        return len(self._sleepers) > 0

    def fileno(self):
        self._check_open()
        return self._fd

    def close(self):
        if self.closed:
            return
        fd, self._fd = self._fd, -1
        if descriptors.is_open(fd, self._instance):
            descriptors.close(fd)

    def unwatch_all(self):
        for watch in self._watches.values():
            watch.pollable.unwatch(watch)

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._check_open()
        number = descriptors.of_file(fd)
        pollable = self._watchable(number)
        if number in self._watches and self._watches[number].pollable is pollable:
            raise FileExistsError(17, "File exists")
        watch = self._watches[number] = _Watch(self, number, pollable, eventmask)
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
        if maxevents < -1 or maxevents == 0:
            raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
        wait_ns = poll_timeout_ns(timeout, SECOND)
        return self.wait_until(None if wait_ns is None else kernel.now_ns() + wait_ns, maxevents)

    def wait_until(self, due_ns, maxevents=-1, timer_ns=None):
        """As :meth:`poll`, up to an exact moment; None for ever.

        ``timer_ns`` is when something else is due that the caller does not wait for, having to do.
        """
        self._check_open()
        others = kernel.turn(timer_ns)
        if self._is_woken or self.has_ready() or due_ns is not None and due_ns <= kernel.now_ns():
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
        self._instance.notify(IN)

    def _sleep(self, due_ns):
        """Until something is ready: what woke this thread, another may have consumed."""
        while not self._is_woken and not self.has_ready():
            if not self._sleepers.wait(due_ns):
                return

    def _look_at(self, watch):
        if watch.poll():
            self.became_ready(watch)

    def has_ready(self):
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

    def _watchable(self, fd):
        """What may be watched: no file, and no ``epoll`` that watches this one, or is it."""
        if not descriptors.is_virtual(fd):
            os.fstat(fd)
            raise error("EPERM")
        pollable = descriptors.lookup(fd)
        if not pollable.is_watchable:
            raise error("EPERM")
        if pollable is self._instance:
            raise error("EINVAL")
        if isinstance(pollable, _Instance) and pollable.owner._reaches(self._instance):
            raise error("ELOOP")
        return pollable

    def _reaches(self, instance):
        watched = [watch.pollable for watch in self._watches.values()]
        nested = [pollable.owner for pollable in watched if isinstance(pollable, _Instance)]
        return instance in watched or any(owner._reaches(instance) for owner in nested)

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
        if not descriptors.is_open(self._fd, self._instance):
            raise error("EBADF")
