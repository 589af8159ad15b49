"""``pipe(2)``: what is written at one end is read at the other, up to a capacity.

The rules are those of pipe(7), and of ``pipe_poll`` in Linux's fs/pipe.c.
"""

import os
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

    def tell_reader(self, events):
        self.reader.notify(events)

    def tell_writer(self, events):
        self.writer.notify(events)

    def read(self, limit):
        if not self.buffer and self.is_writer_open:
            raise error("EAGAIN")
        channels.read(self)
        data = bytes(self.buffer[:limit])
        del self.buffer[:limit]
        if data:
            self.tell_writer(OUT)
        return data

    def write(self, data):
        if not self.is_reader_open:
            raise error("EPIPE")
        room = self.room
        if not room or len(data) <= ATOMIC and len(data) > room:
            raise error("EAGAIN")
        channels.written(self)
        part = memoryview(data).cast("B")[:room]
        self.buffer += part
        self.tell_reader(IN)
        return len(part)

    def events_to_read(self):
        events = IN if self.buffer else 0
        return events if self.is_writer_open else events | HUP

    def events_to_write(self):
        if not self.is_reader_open:
            return OUT | ERR
        return OUT if self.room >= ATOMIC else 0


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
    access = os.O_RDONLY

    def read(self, limit):
        return self.pipe.read(limit)

    def poll(self):
        return self.pipe.events_to_read()

    def released(self):
        self.is_closed = True
        self.pipe.tell_writer(OUT | ERR)


class WriteEnd(End):
    access = os.O_WRONLY

    def write(self, data):
        return self.pipe.write(data)

    def poll(self):
        return self.pipe.events_to_write()

    def released(self):
        self.is_closed = True
        self.pipe.tell_reader(HUP)
