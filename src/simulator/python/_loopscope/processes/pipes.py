"""Pipes: bytes on their way from one process to another, with an end to what they hold."""

import stat

from .open_files import OpenFile

CAPACITY = 65_536
"""Bytes that a pipe holds before its writer has to wait, as on Linux."""

ATOMIC = 4_096
"""Writes up to this size go through whole or not at all: ``PIPE_BUF``."""


class _PipeEnd(OpenFile):
    mode = stat.S_IFIFO | 0o600

    def __init__(self, pipe):
        super().__init__()
        self._pipe = pipe


class ReadEnd(_PipeEnd):
    def read(self, size):
        self._wait(self.readable)
        buffer = self._pipe.buffer
        data = bytes(buffer[:size])
        del buffer[:size]
        self._pipe.writer.changed()
        return data

    def readable(self):
        return bool(self._pipe.buffer) or self._pipe.writer_closed

    def writable(self):
        # A hang-up makes poll() report every event.
        return self._pipe.writer_closed

    def closed(self):
        self._pipe.reader_closed = True
        self._pipe.writer.changed()


class WriteEnd(_PipeEnd):
    def write(self, data):
        """Append to the pipe; the number of bytes that went in, all of them if blocking."""
        view = memoryview(data).cast("B")
        written = 0
        while written < len(view):
            least = len(view) if len(view) <= ATOMIC else 1
            try:
                self._wait(lambda: self._pipe.reader_closed or self._pipe.room >= least)
            except BlockingIOError:
                if written:
                    break
                raise
            if self._pipe.reader_closed:
                raise BrokenPipeError(32, "Broken pipe")
            part = view[written : written + self._pipe.room]
            self._pipe.buffer += part
            written += len(part)
            self._pipe.reader.changed()
        return written

    def readable(self):
        # An error makes poll() report every event; this is how asyncio learns of a closed reader.
        return self._pipe.reader_closed

    def writable(self):
        return self._pipe.reader_closed or self._pipe.room >= ATOMIC

    def closed(self):
        self._pipe.writer_closed = True
        self._pipe.reader.changed()


class Pipe:
    """``pipe(2)``: what is written at one end is read at the other, up to a capacity."""

    def __init__(self):
        self.buffer = bytearray()
        self.reader_closed = self.writer_closed = False
        self.reader = ReadEnd(self)
        self.writer = WriteEnd(self)

    @property
    def room(self):
        return CAPACITY - len(self.buffer)


class DuplexEnd(OpenFile):
    """One end of two pipes that run in opposite directions, as ``socketpair`` makes them."""

    mode = stat.S_IFSOCK | 0o777

    def __init__(self, incoming, outgoing):
        super().__init__()
        self._incoming = incoming.reader
        self._outgoing = outgoing.writer

    def read(self, size):
        self._incoming.blocking = self.blocking
        return self._incoming.read(size)

    def write(self, data):
        self._outgoing.blocking = self.blocking
        return self._outgoing.write(data)

    def readable(self):
        return self._incoming.readable()

    def writable(self):
        return self._outgoing.writable()

    def add_watcher(self, thread):
        self._incoming.add_watcher(thread)
        self._outgoing.add_watcher(thread)

    def remove_watcher(self, thread):
        self._incoming.remove_watcher(thread)
        self._outgoing.remove_watcher(thread)

    def closed(self):
        self._incoming.closed()
        self._outgoing.closed()
