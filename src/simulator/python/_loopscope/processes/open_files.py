"""Open file descriptions: what a descriptor of one process or of several refers to."""

import os
import stat

from ..console import Console
from .readiness import Watched, wait_for


class OpenFile(Watched):
    """An open file description: what one descriptor or several refer to, in one process or several.

    ``read`` and ``write`` wait unless ``blocking`` is false; then they raise ``BlockingIOError``.
    """

    mode = stat.S_IFCHR | 0o620
    is_terminal = False

    def __init__(self):
        super().__init__()
        self.blocking = True
        self._holders = 0

    def hold(self):
        self._holders += 1
        return self

    def release(self):
        self._holders -= 1
        if not self._holders:
            self.closed()

    def closed(self):
        """The last descriptor is gone."""

    def read(self, size):
        raise OSError(9, "Bad file descriptor")

    def write(self, data):
        raise OSError(9, "Bad file descriptor")

    def readable(self):
        """Whether reading would not wait; for a selector."""
        return True

    def writable(self):
        return True

    def _wait(self, condition):
        if not condition():
            if not self.blocking:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            wait_for(condition, [self])


class NativeFile(OpenFile):
    """A file of the in-memory folder, held for a process by a descriptor of the interpreter's."""

    def __init__(self, fd):
        super().__init__()
        self._fd = fd
        self.mode = _native.fstat(fd).st_mode

    def read(self, size):
        return _native.read(self._fd, size)

    def write(self, data):
        return _native.write(self._fd, data)

    def closed(self):
        _native.close(self._fd)


class _native:
    """The interpreter's own calls, taken before ours replace them."""

    read, write, close, fstat = os.read, os.write, os.close, os.fstat


class Keyboard(OpenFile):
    """The page's standard input: at its end from the start, like ``/dev/null``."""

    def read(self, size):
        return b""


class Terminal(OpenFile):
    """The program's stdout or stderr, which go to the recorder."""

    is_terminal = True

    def __init__(self, stream, fd):
        super().__init__()
        self._console = Console(stream, fd)

    def write(self, data):
        return self._console.write(data)


class ProcessFile(OpenFile):
    """``pidfd_open``: readable once the process has ended."""

    def __init__(self, process):
        super().__init__()
        self._process = process

    def readable(self):
        return self._process.status is not None

    def add_watcher(self, thread):
        self._process.exited.add_watcher(thread)

    def remove_watcher(self, thread):
        self._process.exited.remove_watcher(thread)

