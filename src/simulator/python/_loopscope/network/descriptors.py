"""Virtual descriptors: each process's numbers for what it has open, as POSIX has them."""

import heapq

from .. import kernel
from ..errors import error
from .readiness import Pollable

FIRST = 1000
"""Far above the descriptors that Emscripten gives to files; below are only the standard three."""

STANDARD = range(3)
"""Always virtual, also when they are closed: what takes the lowest number then gets one of them."""


class DescriptorTable:
    """The descriptors of one process."""

    def __init__(self):
        self._open: dict[int, Pollable] = {}
        self._freed: list[int] = []
        self._next = FIRST
        self.inheritable: set[int] = set()
        """Those that a child process gets too; a new one never is (PEP 446)."""

    def allocate(self, description: Pollable) -> int:
        """A descriptor for ``description``: the lowest that is free, as POSIX demands."""
        fd = None
        while self._freed and (fd is None or fd in self._open):
            fd = heapq.heappop(self._freed)
        while fd is None or fd in self._open:
            fd = self._next
            self._next += 1
        self.set(fd, description)
        return fd

    def set(self, fd: int, description: Pollable):
        """Let ``fd`` stand for ``description``, closing what it stood for."""
        old = self._open.get(fd)
        self._open[fd] = description
        self.inheritable.discard(fd)
        description.retain()
        if old is not None:
            old.release()

    @property
    def has_lost_standard(self) -> bool:
        return any(fd not in self._open for fd in STANDARD)

    def get(self, fd: int) -> Pollable | None:
        return self._open.get(fd)

    def close(self, fd: int):
        description = self._open.pop(fd)
        self.inheritable.discard(fd)
        if fd >= FIRST or fd in STANDARD:
            heapq.heappush(self._freed, fd)
        description.release()

    def close_all(self):
        for fd in self:
            self.close(fd)

    def __iter__(self):
        return iter(tuple(self._open))

    def __contains__(self, fd):
        return fd in self._open


def _table() -> DescriptorTable:
    return kernel.process.descriptors


def allocate(description: Pollable) -> int:
    return _table().allocate(description)


def of_file(file) -> int:
    """The descriptor of a file, or itself: as ``PyObject_AsFileDescriptor``."""
    fd = file
    if not isinstance(file, int):
        if not hasattr(file, "fileno"):
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = file.fileno()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


def is_virtual(fd: int) -> bool:
    return fd >= FIRST or fd in STANDARD or fd in _table()


def is_open(fd: int, description: Pollable) -> bool:
    return _table().get(fd) is description


def lookup(fd: int) -> Pollable:
    """What ``fd`` stands for; EBADF if it is not open."""
    description = _table().get(fd)
    if description is None:
        raise error("EBADF")
    return description


def duplicate(fd: int) -> int:
    return allocate(lookup(fd))


def close(fd: int):
    lookup(fd)
    kernel.settle()
    _table().close(fd)
