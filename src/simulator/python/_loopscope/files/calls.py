"""The calls of ``os`` on descriptors: the virtual ones, and the interpreter's own.

A number that is not virtual is one of the interpreter's, for a file of the in-memory folder, and
goes to the interpreter's own call.
"""

import functools
import os

from .. import channels, kernel, users
from ..errors import error
from ..network import descriptors
from .open_files import Keyboard, NativeFile, Terminal
from .pipes import Pipe
from .transfers import read, write


def inherited(fd):
    """The open file that a child process gets for the running one's descriptor; None if closed."""
    if descriptors.is_virtual(fd):
        return kernel.process.descriptors.get(fd)
    return NativeFile(_native_dup(fd))


_native_dup = os.dup


def open_standard(table) -> None:
    """Give the main program its three: a page has no keyboard, and shows both outputs."""
    for fd, file in enumerate((Keyboard(), Terminal("stdout", 1), Terminal("stderr", 2))):
        table.set(fd, file)
        table.inheritable.add(fd)


def pipe():
    """``os.pipe``."""
    ends = Pipe()
    channels.opened(ends.reader, ends.writer)
    return descriptors.allocate(ends.reader), descriptors.allocate(ends.writer)


def _fstat(description):
    return os.stat_result((description.mode, id(description), 0, 1, users.UID, users.GID, 0, 0, 0, 0))


def _set_blocking(description, blocking):
    description.blocking = bool(blocking)


def _lseek(description, position, whence):
    raise error("ESPIPE")


def _dup2(fd, fd2, inheritable=True):
    table = kernel.process.descriptors
    table.set(fd2, inherited(fd))
    if inheritable:
        table.inheritable.add(fd2)
    return fd2


_ON_DESCRIPTIONS = {
    "read": read,
    "write": write,
    "fstat": _fstat,
    "isatty": lambda description: False,
    "get_blocking": lambda description: description.blocking,
    "set_blocking": _set_blocking,
    "lseek": _lseek,
}


def _choosing(virtual, native):
    @functools.wraps(native)
    def call(fd, /, *args):
        description = kernel.process.descriptors.get(fd)
        return native(fd, *args) if description is None else virtual(description, *args)

    return call


def install() -> None:
    for name, function in _ON_DESCRIPTIONS.items():
        setattr(os, name, _choosing(function, getattr(os, name)))
    os.dup2 = _dup2
    os.pipe = pipe
