"""``fcntl`` and what it governs: which descriptors a child process gets, and how they behave."""

import fcntl
import functools
import operator
import os
import struct
import termios

from .. import kernel, parking
from ..c_int import c_int
from ..errors import error
from ..network import descriptors
from ..network.readiness import IN
from .open_files import NativeFile
from .pipes import CAPACITY, End

_native_fstat = os.fstat


def check_open(fd) -> None:
    """EBADF, unless the descriptor is open, whoever's number it is."""
    (descriptors.lookup if descriptors.is_virtual(fd) else _native_fstat)(fd)


def get_inheritable(fd, /):
    check_open(fd)
    return fd in kernel.process.descriptors.inheritable


def set_inheritable(fd, inheritable, /):
    check_open(fd)
    numbers = kernel.process.descriptors.inheritable
    (numbers.add if inheritable else numbers.discard)(fd)


def inheritable():
    """The numbers that a child process gets too. A file of the interpreter's may be closed by now."""
    for fd in tuple(kernel.process.descriptors.inheritable):
        try:
            check_open(fd)
        except OSError:
            continue
        yield fd


def _set_fd(fd, flags):
    set_inheritable(fd, not flags & fcntl.FD_CLOEXEC)
    return 0


_ON_ALL = {
    fcntl.F_GETFD: lambda fd, _: 0 if get_inheritable(fd) else fcntl.FD_CLOEXEC,
    fcntl.F_SETFD: _set_fd,
    fcntl.F_GETOWN: lambda fd, _: 0,
}


def _duplicate(file, _, *, inherit):
    fd = descriptors.allocate(file)
    set_inheritable(fd, inherit)
    return fd


def _set_flags(file, flags):
    file.blocking = not flags & os.O_NONBLOCK
    return 0


def _pipe_size(file, _):
    if not isinstance(file, End):
        raise error("EBADF")
    return CAPACITY


_ON_VIRTUAL = {
    fcntl.F_DUPFD: functools.partial(_duplicate, inherit=True),
    fcntl.F_DUPFD_CLOEXEC: functools.partial(_duplicate, inherit=False),
    fcntl.F_GETFL: lambda file, _: file.access | (0 if file.blocking else os.O_NONBLOCK),
    fcntl.F_SETFL: _set_flags,
    **dict.fromkeys((fcntl.F_GETLK, fcntl.F_SETLK, fcntl.F_SETLKW), lambda file, lock: lock),
    fcntl.F_GETPIPE_SZ: _pipe_size,
}


def _fcntl(native, fd, cmd, arg=0, /):
    check_open(fd)
    if cmd in _ON_ALL:
        return _ON_ALL[cmd](fd, arg)
    file = kernel.process.descriptors.get(fd)
    if file is None or isinstance(file, NativeFile):
        if cmd == fcntl.F_GETPIPE_SZ:
            raise error("EBADF")
        return native(fd if file is None else file.fd, cmd, arg)
    if cmd not in _ON_VIRTUAL:
        raise error("EINVAL")
    return _ON_VIRTUAL[cmd](file, arg)


def _ioctl(native, fd, request, arg=0, mutate_flag=True, /):
    check_open(fd)
    file = kernel.process.descriptors.get(fd)
    if request == termios.FIOCLEX or request == termios.FIONCLEX:
        return set_inheritable(fd, request == termios.FIONCLEX) or 0
    if file is None or isinstance(file, NativeFile):
        return native(fd if file is None else file.fd, request, arg, mutate_flag)
    pipe = file.pipe_for(IN) if request == termios.FIONREAD else None
    if pipe is None:
        raise error("ENOTTY")
    answer = struct.pack("i", len(pipe.buffer))
    if isinstance(arg, (bytes, str)) or not mutate_flag:
        return answer
    memoryview(arg).cast("B")[: len(answer)] = answer
    return 0


def _flock(native, fd, operation, /):
    check_open(fd)
    operation = c_int(operation)
    if operation & _LOCK_MAND:
        return
    if operation & ~fcntl.LOCK_NB not in (fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_UN):
        raise error("EINVAL")
    file = kernel.process.descriptors.get(fd)
    if file is not None and not isinstance(file, NativeFile):
        # Nobody else can hold a lock on what is no file.
        return
    native_fd = fd if file is None else file.fd
    kernel.settle()
    while not kernel.lock_file(native_fd, operation & ~fcntl.LOCK_NB):
        if operation & fcntl.LOCK_NB:
            kernel.not_yet()
            raise error("EAGAIN")
        waiters = parking.Waiters()
        kernel.on_unlock(native_fd, waiters.wake_all)
        waiters.wait()


_LOCK_MAND = 32
"""Linux no longer knows what this once asked for, and says yes."""


def _lockf(native, fd, /, *args):
    """These belong to a process, and no other one has any."""
    check_open(fd)
    file = kernel.process.descriptors.get(fd)
    return native(fd, *args) if file is None else None


_CALLS = {"fcntl": _fcntl, "ioctl": _ioctl, "flock": _flock, "lockf": _lockf}


def install() -> None:
    os.get_inheritable, os.set_inheritable = get_inheritable, set_inheritable
    for name, call in _CALLS.items():
        setattr(fcntl, name, _taking_files(call, getattr(fcntl, name)))


def _taking_files(call, native):
    @functools.wraps(native)
    def on_descriptor(fd, /, *args):
        return call(native, descriptors.of_file(fd), *args)

    return on_descriptor
