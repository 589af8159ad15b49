"""``pipe(2)``: what is written at one end is read at the other, up to a capacity.

The rules are those of pipe(7), and of ``pipe_poll`` in Linux's fs/pipe.c.
"""

import stat

from ..errors import error
from ..network.readiness import ERR, HUP, IN, OUT, Pollable

CAPACITY = 65_536
"""Bytes that a pipe holds before its writer has to wait."""

ATOMIC = 4_096
"""Writes up to this size go through whole or not at all: ``PIPE_BUF``."""


class Pipe:
    """The bytes between two ends."""

    def __init__(self):
        self.buffer = bytearray()
        self.reader = ReadEnd(self)
        self.writer = WriteEnd(self)

    @property
    def room(self):
        return CAPACITY - len(self.buffer)


class _End(Pollable):
    mode = stat.S_IFIFO | 0o600

    def __init__(self, pipe):
        super().__init__()
        self._pipe = pipe
        self.is_closed = False


class ReadEnd(_End):
    def read(self, limit):
        buffer = self._pipe.buffer
        if not buffer and not self._pipe.writer.is_closed:
            raise error("EAGAIN")
        data = bytes(buffer[:limit])
        del buffer[:limit]
        if data:
            self._pipe.writer.notify(OUT)
        return data

    def poll(self):
        events = IN if self._pipe.buffer else 0
        return events | HUP if self._pipe.writer.is_closed else events

    def released(self):
        self.is_closed = True
        self._pipe.writer.notify(OUT | ERR)


class WriteEnd(_End):
    def write(self, data):
        if self._pipe.reader.is_closed:
            raise error("EPIPE")
        room = self._pipe.room
        if not room or len(data) <= ATOMIC and len(data) > room:
            raise error("EAGAIN")
        part = memoryview(data).cast("B")[:room]
        self._pipe.buffer += part
        self._pipe.reader.notify(IN)
        return len(part)

    def poll(self):
        if self._pipe.reader.is_closed:
            return OUT | ERR
        return OUT if self._pipe.room >= ATOMIC else 0

    def released(self):
        self.is_closed = True
        self._pipe.reader.notify(HUP)
