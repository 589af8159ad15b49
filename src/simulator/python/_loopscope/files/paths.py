"""The calls of ``os`` that open a path, and ``open``: what is there may be no file.

A named pipe, a socket, or one of the running process's own descriptors. Every other path goes to
the interpreter's own call.
"""

import builtins
import functools
import io
import os
import posix
import re
import stat

from .. import kernel
from ..errors import error, renumbered
from ..network import descriptors
from . import control, named_pipes, nodes
from .descriptor_file import DescriptorFile
from .open_files import NativeFile

_STANDARD = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_NUMBERED = re.compile(r"(?:/dev|/proc/self)/fd/(\d+)")

_PATHS = (str, bytes, os.PathLike)

_native_os_open = os.open
_native_open = renumbered(io.open)


def os_open(path, flags, mode=0o777, *, dir_fd=None):
    """``os.open``."""
    fd = _special(path, flags, dir_fd)
    if fd is not None:
        return fd
    fd = _native_os_open(_as_known(path), flags, mode, dir_fd=dir_fd)
    if kernel.process.descriptors.has_lost_standard:
        return descriptors.allocate(NativeFile(fd))
    return fd


def _special(path, flags, dir_fd=None):
    """A descriptor for a path that leads to no file; None for all others."""
    if not isinstance(path, _PATHS):
        return None
    own = _own_descriptor(path)
    if own is not None:
        if not descriptors.is_virtual(own):
            return None
        opened = kernel.process.descriptors.get(own)
        if opened is None:
            raise error("ENOENT", path=path)
        return descriptors.allocate(opened)
    status = nodes.special_at(path, dir_fd)
    if status is None:
        return None
    if flags & os.O_CREAT and flags & os.O_EXCL:
        raise error("EEXIST", path=path)
    if flags & os.O_DIRECTORY:
        raise error("ENOTDIR", path=path)
    if stat.S_ISSOCK(status.st_mode):
        raise error("ENXIO", path=path)
    kernel.settle()
    return named_pipes.open_pipe(path, status, flags)


def _own_descriptor(path):
    """The number that ``/dev/stdin`` or ``/dev/fd/5`` stands for."""
    path = os.fsdecode(path)
    if not path.startswith(("/dev/", "/proc/")):
        return None
    numbered = _NUMBERED.fullmatch(path)
    return int(numbered[1]) if numbered else _STANDARD.get(path)


def _as_known(path):
    """The path of the file that ``/dev/fd/5`` stands for, which Emscripten does not open by that name."""
    own = _own_descriptor(path) if isinstance(path, _PATHS) else None
    if own is None:
        return path
    try:
        return os.readlink(f"/proc/self/fd/{own}")
    except OSError:
        raise error("ENOENT", path=path) from None


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):  # fmt: skip
    """``open``, also for what is no file."""
    fd = _virtual(file, mode, opener)
    if fd is None:
        file = _as_known(file)
        return _native_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
    if not descriptors.is_virtual(fd):
        given = lambda *_: fd
        return _native_open(file, mode, buffering, encoding, errors, newline, closefd, given)
    raw = DescriptorFile(fd, mode, closefd)
    raw.name = file
    return raw.wrapped("b" not in mode, buffering, encoding, errors, newline)


def _virtual(file, mode, opener):
    """A descriptor for ``open`` to use, which an opener may have made; None if it makes its own."""
    if isinstance(file, int):
        if file >= 0:
            control.check_open(file)
        return file if descriptors.is_virtual(file) else None
    flags = _FLAGS.get("".join(sorted(set(mode) - {"b", "t"}))) if isinstance(mode, str) else None
    if flags is None:
        return None
    if opener is not None:
        return opener(file, flags | os.O_CLOEXEC)
    if kernel.process.descriptors.has_lost_standard and isinstance(file, _PATHS):
        return os_open(file, flags | os.O_CLOEXEC, 0o666)
    return _special(file, flags)


_FLAGS = {
    "r": os.O_RDONLY,
    "w": os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
    "a": os.O_WRONLY | os.O_CREAT | os.O_APPEND,
    "x": os.O_WRONLY | os.O_CREAT | os.O_EXCL,
    "+r": os.O_RDWR,
    "+w": os.O_RDWR | os.O_CREAT | os.O_TRUNC,
    "+a": os.O_RDWR | os.O_CREAT | os.O_APPEND,
    "+x": os.O_RDWR | os.O_CREAT | os.O_EXCL,
}
"""What ``FileIO`` opens a path with, by the letters of its mode."""


def _listing(native):
    @functools.wraps(native)
    def listdir(path=None):
        """Also of the running process's own descriptors."""
        own = ("/proc/self/fd", f"/proc/{kernel.process.pid}/fd")
        if not isinstance(path, str) or path not in own:
            return native(path)
        others = {int(name) for name in native("/proc/self/fd")}.difference(descriptors.STANDARD)
        return [str(fd) for fd in sorted({*kernel.process.descriptors, *others})]

    return listdir


def install() -> None:
    for name, function in (("open", os_open), ("mkfifo", named_pipes.mkfifo)):
        function.__module__, function.__name__, function.__qualname__ = "posix", name, name
        setattr(os, name, function)
        setattr(posix, name, function)
    os.listdir = _listing(os.listdir)
    builtins.open = io.open = functools.update_wrapper(open, io.open)
