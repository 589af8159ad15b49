"""What has a descriptor and no name: ``eventfd``, a counter to wait for, and ``memfd_create``."""

import itertools
import operator
import os
import sys

from .. import kernel
from ..errors import error
from ..network import descriptors
from ..network.readiness import IN, OUT, Pollable
from . import control

EFD_SEMAPHORE, EFD_NONBLOCK, EFD_CLOEXEC = 1, os.O_NONBLOCK, os.O_CLOEXEC
MFD_CLOEXEC, MFD_ALLOW_SEALING = 1, 2

_MOST = 2**64 - 2
_LONGEST_NAME = 249


class _Counter(Pollable):
    """As eventfd(2): reading takes its value, or one from it as a semaphore; writing adds to it."""

    mode = 0o600

    def __init__(self, value, is_semaphore):
        super().__init__()
        self._value = value
        self._is_semaphore = is_semaphore

    def read(self, limit):
        if limit < 8:
            raise error("EINVAL")
        if not self._value:
            raise error("EAGAIN")
        taken = 1 if self._is_semaphore else self._value
        self._value -= taken
        self.notify(OUT)
        return taken.to_bytes(8, sys.byteorder)

    def write(self, data):
        added = int.from_bytes(data[:8], sys.byteorder)
        if len(data) < 8 or added > _MOST:
            raise error("EINVAL")
        if self._value + added > _MOST:
            raise error("EAGAIN")
        self._value += added
        self.notify(IN)
        return len(data)

    def poll(self):
        return (IN if self._value else 0) | (OUT if self._value < _MOST else 0)


def eventfd(initval, flags=EFD_CLOEXEC):
    if initval < 0:
        raise ValueError("Cannot convert negative int")
    if flags & ~(EFD_SEMAPHORE | EFD_NONBLOCK | EFD_CLOEXEC):
        raise error("EINVAL")
    counter = _Counter(operator.index(initval), bool(flags & EFD_SEMAPHORE))
    counter.blocking = not flags & EFD_NONBLOCK
    fd = descriptors.allocate(counter)
    control.set_inheritable(fd, not flags & EFD_CLOEXEC)
    return fd


def eventfd_read(fd):
    return int.from_bytes(os.read(fd, 8), sys.byteorder)


def eventfd_write(fd, value):
    if value < 0:
        raise ValueError("value must be positive")
    os.write(fd, operator.index(value).to_bytes(8, sys.byteorder))


_numbers = itertools.count()


def memfd_create(name, flags=MFD_CLOEXEC):
    """A file that is gone from the folders once it is open."""
    if len(os.fsencode(name)) > _LONGEST_NAME or flags & ~(MFD_CLOEXEC | MFD_ALLOW_SEALING):
        raise error("EINVAL")
    path = f"/tmp/.memfd-{kernel.process.pid}-{next(_numbers)}"
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o777)
    os.unlink(path)
    control.set_inheritable(fd, not flags & MFD_CLOEXEC)
    return fd
