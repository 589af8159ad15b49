"""What descriptors stand for besides sockets and pipes: the terminal, files, processes."""

import os
import stat

from .. import agents, kernel
from ..network import descriptors
from ..network.readiness import IN, OUT, Pollable


class Keyboard(Pollable):
    """Standard input that nobody types: at its end from the start, like ``/dev/null``."""

    mode = stat.S_IFCHR | 0o620

    def read(self, limit):
        return b""

    def poll(self):
        return IN


class GivenInput(Keyboard):
    """Standard input that was given in advance, all of it: a pipe whose writer is done."""

    mode = stat.S_IFIFO | 0o600

    def __init__(self, data):
        super().__init__()
        self._rest = memoryview(data)

    def read(self, limit):
        taken, self._rest = self._rest[:limit], self._rest[limit:]
        return bytes(taken)


class Terminal(Pollable):
    """The program's stdout or stderr, which go to the recorder at their own moment."""

    mode = stat.S_IFCHR | 0o620
    is_terminal = True

    def __init__(self, stream):
        super().__init__()
        self._stream = stream
        self._pending = b""
        """Text that is cut inside a character waits for its rest."""

    def write(self, data):
        data = bytes(data)
        agent = agents.current()
        text, self._pending = _decode(self._pending + data)
        if text:
            kernel.recorder.output(self._stream, text, agent)
        return len(data)

    def poll(self):
        return OUT


def _decode(data: bytes):
    """The text of as many whole UTF-8 characters as there are, and the bytes left over."""
    try:
        return data.decode(), b""
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return data[: error.start].decode(), data[error.start :]
        return data.decode(errors="replace"), b""


class NativeFile(Pollable):
    """A file of the in-memory folder, held for a process by a descriptor of the interpreter's."""

    _read, _write, _close = os.read, os.write, os.close
    is_watchable = False

    def __init__(self, fd):
        super().__init__()
        self.fd = fd
        self.mode = os.fstat(fd).st_mode

    is_seekable = True

    def read(self, limit):
        return NativeFile._read(self.fd, limit)

    def write(self, data):
        return NativeFile._write(self.fd, data)

    def poll(self):
        return IN | OUT

    def released(self):
        NativeFile._close(self.fd)


class ProcessFile(Pollable):
    """``pidfd_open``: readable once the process has ended."""

    mode = stat.S_IFREG | 0o600

    def __init__(self):
        super().__init__()
        self.has_ended = False

    def end(self):
        self.has_ended = True
        self.notify(IN)

    def poll(self):
        return IN if self.has_ended else 0


class SignalSink(Pollable):
    """What an event loop gives to ``set_wakeup_fd``: takes the numbers of signals that arrive.

    It has a descriptor only once it is asked for one.
    """

    blocking = False

    def __init__(self, take):
        super().__init__()
        self._take = take
        self._fd = None

    def fileno(self):
        if self._fd is None:
            self._fd = descriptors.allocate(self)
        return self._fd

    def close(self):
        if self._fd is not None:
            descriptors.close(self._fd)
            self._fd = None

    def write(self, data):
        self._take(data)
        return len(data)

    def poll(self):
        return OUT
