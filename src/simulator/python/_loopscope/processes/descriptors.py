"""File descriptors: the numbers by which a process knows what it has open.

Each process has its own table of virtual descriptors. A number that is not in it is one of the
interpreter's own, for a file of the in-memory folder, and goes to the interpreter's own call.
"""

import builtins
import functools
import io
import itertools
import os

from .. import kernel
from .files import DescriptorFile
from .open_files import Keyboard, NativeFile, ProcessFile, Terminal
from .pipes import DuplexEnd, Pipe

FIRST = 5_000
"""Virtual descriptors, other than the three standard ones, begin above the interpreter's own."""


def file_of(fd, process=None):
    """The open file behind a virtual descriptor; None if the number is not virtual."""
    return (process or kernel.process).descriptors.get(fd)


def add(file, process=None) -> int:
    """Give the open file the lowest free number."""
    table = (process or kernel.process).descriptors
    fd = next(number for number in itertools.count(FIRST) if number not in table)
    table[fd] = file.hold()
    return fd


def standard_descriptors() -> dict:
    """Those of the main program: a page has no keyboard, and shows both outputs."""
    files = (Keyboard(), Terminal("stdout", 1), Terminal("stderr", 2))
    return {fd: file.hold() for fd, file in enumerate(files)}


def inherited(fd):
    """The open file that a child process gets for the parent's descriptor, virtual or not."""
    return file_of(fd) or NativeFile(_native_dup(fd))


_native_dup = os.dup


def _or_native(ours):
    """Let the interpreter's own call serve the descriptors that are not virtual."""
    native = getattr(os, ours.__name__)

    @functools.wraps(native)
    def call(fd, /, *args, **kwargs):
        file = kernel.process.descriptors.get(fd)
        if file is None:
            return native(fd, *args, **kwargs)
        kernel.settle()
        return ours(file, *args, **kwargs)

    setattr(os, ours.__name__, call)
    return ours


def _replace_calls():
    @_or_native
    def read(file, length):
        return file.read(length)

    @_or_native
    def write(file, data):
        return file.write(data)

    @_or_native
    def fstat(file):
        return os.stat_result((file.mode, id(file), 0, 1, 0, 0, 0, 0, 0, 0))

    @_or_native
    def isatty(file):
        return False

    @_or_native
    def dup(file):
        return add(file)

    @_or_native
    def get_blocking(file):
        return file.blocking

    @_or_native
    def set_blocking(file, blocking):
        file.blocking = bool(blocking)

    # What a child inherits is decided by fork_exec's pass_fds.
    @_or_native
    def get_inheritable(file):
        return False

    @_or_native
    def set_inheritable(file, inheritable):
        pass

    @_or_native
    def lseek(file, position, whence):
        raise OSError(29, "Illegal seek")

    native_close = os.close

    @functools.wraps(native_close)
    def close(fd):
        kernel.settle()
        file = kernel.process.descriptors.pop(fd, None)
        if file is None:
            native_close(fd)
        else:
            file.release()

    def dup2(fd, fd2, inheritable=True):
        table = kernel.process.descriptors
        file = inherited(fd).hold()
        if fd2 in table:
            table.pop(fd2).release()
        table[fd2] = file
        return fd2

    os.close = close
    os.dup2 = dup2


def pipe():
    """``os.pipe``."""
    ends = Pipe()
    return add(ends.reader), add(ends.writer)


def duplex_pipe():
    """Two descriptors connected in both directions."""
    there, back = Pipe(), Pipe()
    return add(DuplexEnd(back, there)), add(DuplexEnd(there, back))


def pidfd_open(pid, flags=0):
    """``os.pidfd_open``, for a child of the running process."""
    from .process import find

    return add(ProcessFile(find(pid)))


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):  # fmt: skip
    """``open``, also for virtual descriptors."""
    if not isinstance(file, int) or file_of(file) is None:
        return _native_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
    return DescriptorFile(file, mode, closefd, kernel.process).wrapped(
        "b" not in mode, buffering, encoding, errors, newline
    )


_native_open = io.open


def install() -> None:
    _replace_calls()
    os.pipe = pipe
    os.pidfd_open = pidfd_open
    builtins.open = io.open = functools.update_wrapper(open, _native_open)
