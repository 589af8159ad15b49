"""Python file objects on virtual descriptors: what ``open(fd)`` gives."""

import io
import locale
import os

from .. import kernel
from ..errors import error
from ..network import descriptors
from . import transfers


class DescriptorFile(io.RawIOBase):
    """``io.FileIO`` for a virtual descriptor of one process: whatever that stands for at the time.

    It keeps to that process: a file that is closed late, by the garbage collector, must not close
    another process's descriptor of the same number.
    """

    def __init__(self, fd, mode, closefd):
        self._fd = fd
        self._table = kernel.process.descriptors
        descriptors.lookup(fd)
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode
        self.mode = _raw_mode(mode)
        self.closefd = closefd
        self.name = fd

    def open_file(self):
        """What the descriptor stands for now; EBADF where it has been closed."""
        file = self._table.get(self._fd)
        if file is None:
            raise error("EBADF")
        return file

    def fileno(self):
        self._check()
        return self._fd

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def isatty(self):
        return False

    def seekable(self):
        self._check()
        return self.open_file().is_seekable

    def seek(self, position, whence=io.SEEK_SET):
        self._check()
        return os.lseek(self._fd, position, whence)

    def truncate(self, size=None):
        self._check()
        size = self.tell() if size is None else size
        os.ftruncate(self._fd, size)
        return size

    def readinto(self, buffer):
        self._check()
        try:
            data = transfers.read(self.open_file(), len(buffer))
        except BlockingIOError:
            return None
        buffer[: len(data)] = data
        return len(data)

    def write(self, data):
        self._check()
        try:
            return transfers.write(self.open_file(), data)
        except BlockingIOError:
            return None

    def close(self):
        if self.closed:
            return
        super().close()
        if not self.closefd:
            return
        if self._fd in self._table:
            kernel.settle()
            self._table.close(self._fd)
        elif self._table is kernel.process.descriptors:
            raise error("EBADF")

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def wrapped(self, text, buffering, encoding, errors, newline):
        """What ``open`` puts round a raw file: a buffer, and a decoder for text."""
        if buffering == 0:
            if text:
                raise ValueError("can't have unbuffered text I/O")
            return self
        line_buffering = buffering == 1 and text
        size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
        if not self._writes:
            buffered = io.BufferedReader(self, size)
        elif not self._reads:
            buffered = io.BufferedWriter(self, size)
        else:
            buffered = io.BufferedRandom(self, size)
        if not text:
            return buffered
        encoding = encoding or locale.getencoding()
        wrapper = io.TextIOWrapper(buffered, encoding, errors, newline, line_buffering)
        wrapper.mode = self.mode.replace("b", "")
        return wrapper


# What traces call them: as the methods and functions are called that a program uses.
for _method, _name in ((DescriptorFile.readinto, "read"), (DescriptorFile.write, "write")):
    _method.__code__ = _method.__code__.replace(co_qualname=_name)


def _raw_mode(mode):
    """As ``FileIO.mode`` says it: ``rb``, ``wb``, ``ab``, ``rb+``."""
    kind = next(letter for letter in mode if letter in "rwax")
    return f"{kind}b+" if "+" in mode else f"{kind}b"
