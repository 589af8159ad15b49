"""The table of virtual descriptors: small numbers for sockets, as POSIX numbers open files."""

import heapq

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
