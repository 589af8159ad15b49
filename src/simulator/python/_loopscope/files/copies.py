"""From one descriptor to another, as the kernel copies: ``copy_file_range`` and ``splice``."""

import os
import stat

from ..errors import error
from ..network import descriptors
from . import control
from .pipes import CAPACITY, End

def copy_file_range(src, dst, count, offset_src=None, offset_dst=None):
    _check(src, dst, count)
    if not all(stat.S_ISREG(os.fstat(fd).st_mode) for fd in (src, dst)):
        raise error("EINVAL")
    return _write(dst, _read(src, count, offset_src), offset_dst)


def splice(src, dst, count, offset_src=None, offset_dst=None, flags=0):
    _check(src, dst, count)
    ends = [_end(src), _end(dst)]
    for end, offset in zip(ends, (offset_src, offset_dst)):
        if end and offset is not None:
            raise error("ESPIPE")
    if not any(ends):
        raise error("EINVAL")
    count = min(count, CAPACITY)
    if ends[1] and not ends[1].blocking:
        # What is read but finds no room would be lost.
        count = min(count, ends[1].pipe.room)
        if not count:
            raise error("EAGAIN")
    return _write(dst, _read(src, count, offset_src), offset_dst)


def _check(src, dst, count):
    if count < 0:
        raise ValueError("negative value for 'count' not allowed")
    control.check_open(src)
    control.check_open(dst)


def _end(fd):
    file = descriptors.lookup(fd) if descriptors.is_virtual(fd) else None
    return file if isinstance(file, End) else None


def _read(fd, count, offset):
    return os.read(fd, count) if offset is None else os.pread(fd, count, offset)


def _write(fd, data, offset):
    return os.write(fd, data) if offset is None else os.pwrite(fd, data, offset)
