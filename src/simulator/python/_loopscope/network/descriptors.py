"""The table of virtual descriptors: numbers for sockets, as POSIX numbers open files."""

import functools
import heapq
import os

from .errors import error
from .readiness import Pollable

FIRST = 1000
"""Far above the descriptors that Emscripten gives to files."""

_open: dict[int, Pollable] = {}
_freed: list[int] = []


def allocate(description: Pollable) -> int:
    """A descriptor for ``description``: the lowest that is free, as POSIX demands."""
    fd = heapq.heappop(_freed) if _freed else FIRST + len(_open)
    _open[fd] = description
    description.retain()
    return fd


def of_file(file) -> int:
    """The descriptor of a file, or itself: as ``PyObject_AsFileDescriptor``."""
    fd = file if isinstance(file, int) else file.fileno()
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


def is_virtual(fd: int) -> bool:
    return fd >= FIRST


def lookup(fd: int) -> Pollable:
    """What ``fd`` stands for; EBADF if it is not open."""
    try:
        return _open[fd]
    except KeyError:
        raise error("EBADF") from None


def duplicate(fd: int) -> int:
    return allocate(lookup(fd))


def close(fd: int):
    description = lookup(fd)
    del _open[fd]
    heapq.heappush(_freed, fd)
    description.release()


def install():
    """Teach ``os`` the calls that programs make on a socket's descriptor."""
    virtual = {
        "close": close,
        "dup": duplicate,
        # There is no other process here to inherit anything.
        "get_inheritable": lambda fd: False,
        "set_inheritable": lambda fd, inheritable: None,
    }
    for name, function in virtual.items():
        setattr(os, name, _choosing(function, getattr(os, name)))


def _choosing(virtual, real):
    @functools.wraps(real)
    def choose(fd, *args, **kwargs):
        if isinstance(fd, int) and is_virtual(fd):
            return virtual(fd, *args, **kwargs)
        return real(fd, *args, **kwargs)

    return choose
