"""``pipe(2)``: what is written at one end is read at the other, up to a capacity.

The rules are those of pipe(7), and of ``pipe_poll`` in Linux's fs/pipe.c.
"""

import stat

from .. import channels
from ..errors import error
from ..network.readiness import ERR, HUP, IN, OUT, Pollable

CAPACITY = 65_536
"""Bytes that a pipe holds before its writer has to wait."""

ATOMIC = 4_096
"""Writes up to this size go through whole or not at all: ``PIPE_BUF``."""


class Pipe:
    """The bytes between two ends."""

    type = "pipe"
    name = "pipe"
    channel = standing = None
    """Its number in the trace, and how it stood when it was last seen; see ``channels.py``."""
    last_writer = last_reader = None
    server = back = None
    capacity = CAPACITY

    def __init__(self):
        self.buffer = bytearray()
        self.reader = ReadEnd(self)
        self.writer = WriteEnd(self)

    @property
    def room(self):
        return CAPACITY - len(self.buffer)

    @property
    def underway(self):
        return len(self.buffer)

    @property
    def is_writer_open(self):
        return not self.writer.is_closed

    @property
    def is_reader_open(self):
        return not self.reader.is_closed


class End(Pollable):
    """What both ends have in common."""

    mode = stat.S_IFIFO | 0o600

    def __init__(self, pipe):
        super().__init__()
        self.pipe = pipe
        self.is_closed = False

    def pipe_for(self, event):
        return self.pipe


class ReadEnd(End):
    def read(self, limit):
        buffer = self.pipe.buffer
        if not buffer and not self.pipe.writer.is_closed:
            raise error("EAGAIN")
        channels.read(self.pipe)
        data = bytes(buffer[:limit])
        del buffer[:limit]
        if data:
            self.pipe.writer.notify(OUT)
        return data

    def poll(self):
        events = IN if self.pipe.buffer else 0
        return events | HUP if self.pipe.writer.is_closed else events

    def released(self):
        self.is_closed = True
        self.pipe.writer.notify(OUT | ERR)


class WriteEnd(End):
    def write(self, data):
        if self.pipe.reader.is_closed:
            raise error("EPIPE")
        room = self.pipe.room
        if not room or len(data) <= ATOMIC and len(data) > room:
            raise error("EAGAIN")
        channels.written(self.pipe)
        part = memoryview(data).cast("B")[:room]
        self.pipe.buffer += part
        self.pipe.reader.notify(IN)
        return len(part)

    def poll(self):
        if self.pipe.reader.is_closed:
            return OUT | ERR
        return OUT if self.pipe.room >= ATOMIC else 0

    def released(self):
        self.is_closed = True
        self.pipe.reader.notify(HUP)
