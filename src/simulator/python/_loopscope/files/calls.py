"""The calls of ``os`` and ``fcntl`` on descriptors: the virtual ones, and the interpreter's own.

A number that is not virtual is one of the interpreter's, for a file of the in-memory folder, and
goes to the interpreter's own call.
"""

import functools
import operator
import os

from .. import channels, kernel, users
from ..errors import error
from ..network import descriptors
from . import anonymous, control, copies
from .open_files import NativeFile
from .pipes import Pipe
from .transfers import read, write


def inherited(fd):
    """The open file that a child process gets for the running one's descriptor.

    None for a standard one that is closed.
    """
    if descriptors.is_virtual(fd):
        return kernel.process.descriptors.get(fd)
    return NativeFile(_native_dup(fd))


_native_close, _native_closerange = os.close, os.closerange
_native_dup, _native_dup2 = os.dup, os.dup2


_ALWAYS_OPEN = 0
"""A number of the interpreter's own, which no program can close."""

_reserved = set()
"""Numbers between the interpreter's own that stand for what is virtual: none of its files gets one."""


def close(fd):
    """``os.close``."""
    kernel.process.descriptors.inheritable.discard(fd)
    if descriptors.is_virtual(fd):
        descriptors.close(fd)
    if fd in _reserved or not descriptors.is_virtual(fd):
        _reserved.discard(fd)
        _native_close(fd)


def closerange(fd_low, fd_high, /):
    for fd in kernel.process.descriptors:
        if fd_low <= fd < fd_high:
            close(fd)
    _native_closerange(max(fd_low, descriptors.STANDARD.stop), min(fd_high, descriptors.FIRST))


def dup(fd, /):
    """``os.dup``."""
    is_virtual = descriptors.is_virtual(fd)
    return descriptors.duplicate(fd) if is_virtual else _native_dup(fd)


def dup2(fd, fd2, inheritable=True):
    """``os.dup2``."""
    control.check_open(fd)
    if fd2 < 0:
        raise error("EBADF")
    table = kernel.process.descriptors
    if descriptors.is_virtual(fd) or descriptors.is_virtual(fd2):
        file = inherited(fd)
        if file is not table.get(fd2):
            table.set(fd2, file)
        if fd2 not in descriptors.STANDARD and fd2 < descriptors.FIRST:
            _native_dup2(_ALWAYS_OPEN, fd2)
            _reserved.add(fd2)
    elif fd != fd2:
        _native_dup2(fd, fd2)
    control.set_inheritable(fd2, inheritable)
    return fd2


def pipe():
    """``os.pipe``."""
    ends = Pipe()
    channels.opened(ends.reader, ends.writer)
    return descriptors.allocate(ends.reader), descriptors.allocate(ends.writer)


# On what is no file.


def _fstat(file):
    return os.stat_result((file.mode, id(file), 0, 1, users.UID, users.GID, 0, 0, 0, 0))


def _set_blocking(file, blocking):
    file.blocking = bool(blocking)


def _readv(file, buffers):
    data = read(file, sum(memoryview(buffer).nbytes for buffer in buffers))
    left = memoryview(data)
    for buffer in buffers:
        view = memoryview(buffer).cast("B")
        part, left = left[: len(view)], left[len(view) :]
        view[: len(part)] = part
    return len(data)


_ANSWERS = {
    "chdir": "ENOTDIR",
    "chmod": None,
    "chown": None,
    "fchdir": "ENOTDIR",
    "fchmod": None,
    "fchown": None,
    "fdatasync": "EINVAL",
    "fstat": _fstat,
    "fsync": "EINVAL",
    "ftruncate": "EINVAL",
    "get_blocking": lambda file: file.blocking,
    "get_terminal_size": "ENOTTY",
    "listdir": "ENOTDIR",
    "lockf": None,
    "lseek": "ESPIPE",
    "posix_fadvise": "ESPIPE",
    "posix_fallocate": "ESPIPE",
    "pread": "ESPIPE",
    "preadv": "ESPIPE",
    "pwrite": "ESPIPE",
    "pwritev": "ESPIPE",
    "read": read,
    "readv": _readv,
    "scandir": "ENOTDIR",
    "set_blocking": _set_blocking,
    "stat": _fstat,
    "tcgetpgrp": "ENOTTY",
    "tcsetpgrp": "ENOTTY",
    "truncate": "EINVAL",
    "ttyname": "ENOTTY",
    "utime": None,
    "write": write,
    "writev": lambda file, buffers: write(file, b"".join(buffers)),
}
"""By the names of calls what they do or give: a function, the name of an error, or a value."""

_WITH_PATH = ("chdir", "chmod", "chown", "listdir", "scandir", "stat", "utime")
"""These take a path as well, and name what they were given where they fail."""

_UNCHECKED = "posix_fadvise"
"""Of the interpreter's own, this takes any number."""


def _answering(name, native):
    answer = _ANSWERS[name]

    @functools.wraps(native)
    def call(*args, **kwargs):
        if not args or not isinstance(args[0], int):
            return native(*args, **kwargs)
        fd, *rest = args
        if not descriptors.is_virtual(fd):
            if name == _UNCHECKED:
                control.check_open(fd)
            return native(*args, **kwargs)
        file = kernel.process.descriptors.get(fd)
        if isinstance(file, NativeFile):
            return native(file.fd, *rest, **kwargs)
        failure = "EBADF" if file is None else answer if isinstance(answer, str) else None
        if failure:
            raise error(failure, path=fd if name in _WITH_PATH else None)
        return answer(file, *rest, **kwargs) if callable(answer) else answer

    return call


def isatty(fd, /):
    operator.index(fd)
    return False


_ADDED = (
    *(close, closerange, dup, dup2, isatty, pipe, copies.copy_file_range, copies.splice),
    *(anonymous.eventfd, anonymous.eventfd_read, anonymous.eventfd_write, anonymous.memfd_create),
)


def install() -> None:
    control.install()
    for name in _ANSWERS:
        native = getattr(os, name)
        call = _answering(name, native)
        setattr(os, name, call)
        for able in (os.supports_fd, os.supports_dir_fd, os.supports_follow_symlinks):
            if native in able:
                able.add(call)
    for function in _ADDED:
        function.__module__ = "posix"
        setattr(os, function.__name__, function)
    for name, value in vars(anonymous).items():
        if name.startswith(("EFD_", "MFD_")):
            setattr(os, name, value)
