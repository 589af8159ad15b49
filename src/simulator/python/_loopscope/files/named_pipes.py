"""Named pipes: ``mkfifo``, and opening one, which waits for the other side.

The rules are those of fifo(7), and of ``fifo_open`` in Linux's fs/pipe.c.
"""

import os
import stat

from .. import channels
from ..errors import error
from ..network import descriptors
from ..network.readiness import ERR, HUP, IN, OUT
from . import nodes
from .pipes import End, Pipe

_open: dict = {}
"""The pipe behind each node that somebody has open, or waits to have."""


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """``os.mkfifo``."""
    if isinstance(path, int):
        raise TypeError("mkfifo: path should be string, bytes or os.PathLike, not int")
    try:
        nodes.make(path, stat.S_IFIFO, mode, dir_fd)
    except OSError as failure:
        # Of this call alone CPython's errors do not name the file.
        raise type(failure)(failure.errno, failure.strerror) from None


def open_pipe(path, status, flags) -> int:
    """A descriptor for the named pipe at ``path``; an opening that may block waits for the other side.

    Without blocking, to read succeeds at once, and to write is ENXIO where nobody reads.
    """
    key = status.st_dev, status.st_ino
    pipe = _open.get(key) or _NamedPipe(key, os.fsdecode(path))
    access = flags & os.O_ACCMODE
    blocking = not flags & os.O_NONBLOCK
    if access == os.O_WRONLY and not blocking and not pipe.readers:
        raise error("ENXIO", path=path)
    opening = _Opening(pipe, access, status.st_mode)
    # Now: whoever waits here holds its side open, until the process ends.
    fd = descriptors.allocate(opening)
    try:
        opening.begin(blocking)
    except BaseException:
        descriptors.close(fd)
        raise
    return fd


class _NamedPipe(Pipe):
    """The bytes of a named pipe, from when it is first opened until nobody has it open."""

    def __init__(self, key, name):
        super().__init__()
        self.key = key
        self.name = name
        self.readers, self.writers = [], []
        self.times_read = self.times_written = 0
        """How often it was opened for either."""

    @property
    def is_writer_open(self):
        return bool(self.writers)

    @property
    def is_reader_open(self):
        return bool(self.readers)

    def tell_reader(self, events):
        for each in tuple(self.readers):
            each.notify(events)

    def tell_writer(self, events):
        for each in tuple(self.writers):
            each.notify(events)


class _Opening(End):
    """What one ``open`` of a named pipe gave: to read, to write, or both."""

    def __init__(self, pipe, access, mode):
        super().__init__(pipe)
        self.mode = mode
        self.access = access
        self._reads = access != os.O_WRONLY
        self._writes = access != os.O_RDONLY
        self._unwritten_since = None
        """Where it was opened before any writer: until one comes, it is not at its end for ``poll``."""

    def begin(self, blocking):
        """Open this side, and wait for the other if that is to be."""
        pipe = self.pipe
        _open[pipe.key] = pipe
        channels.opened(self)
        if self._reads:
            pipe.reader = self
            pipe.readers.append(self)
            pipe.times_read += 1
            pipe.tell_writer(OUT)
        if self._writes:
            pipe.writer = self
            pipe.writers.append(self)
            pipe.times_written += 1
            pipe.tell_reader(IN)
        self.blocking = blocking
        if not blocking:
            if not pipe.writers:
                self._unwritten_since = pipe.times_written
        elif not self._writes:
            self._wait(IN, pipe.writers, lambda: pipe.times_written)
        elif not self._reads:
            self._wait(OUT, pipe.readers, lambda: pipe.times_read)

    def _wait(self, event, others, times_opened):
        """Until the other side is open, or was meanwhile."""
        before = times_opened()
        while not others and times_opened() == before:
            self.wait(event, None)

    def read(self, limit):
        if not self._reads:
            raise error("EBADF")
        return self.pipe.read(limit)

    def write(self, data):
        if not self._writes:
            raise error("EBADF")
        return self.pipe.write(data)

    def poll(self):
        events = self.pipe.events_to_read() if self._reads else 0
        if self._unwritten_since == self.pipe.times_written:
            events &= ~HUP
        return events | (self.pipe.events_to_write() if self._writes else 0)

    def released(self):
        pipe = self.pipe
        self.is_closed = True
        if self._reads:
            pipe.readers.remove(self)
        if self._writes:
            pipe.writers.remove(self)
        if not pipe.readers:
            pipe.tell_writer(OUT | ERR)
        if not pipe.writers:
            pipe.tell_reader(HUP)
        if not pipe.readers and not pipe.writers:
            _open.pop(pipe.key, None)
