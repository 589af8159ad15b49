"""Calls of ``os`` and ``time`` that Emscripten has not got, or answers with its own error numbers.

What can be told truly of the machine that programs run on is told: eight processors, nobody else on
them, a file system in memory that knows no second name for a file. Descriptors, processes and users
are elsewhere.
"""

import fcntl
import os
import posix
import stat
import time

from . import kernel
from .c_int import c_int
from .errors import error, renumbered

CPU_COUNT = 8
"""As many as a reader's machine may have; pools take their default size from it."""

_LEAST_NICE, _NICEST = -20, 19

_niceness = {}
_affinity = {}
"""By the numbers of processes, where they have asked for another."""


def _fail(name, *paths):
    number = error(name).errno
    raise OSError(number, os.strerror(number), *_around(paths))


def _around(paths):
    """``OSError`` takes a second path as its fifth argument."""
    return paths if len(paths) < 2 else (paths[0], None, paths[1])


# Files


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    """As on a file system without hard links; link(2) says EPERM."""
    if not os.path.lexists(src):
        _fail("ENOENT", src, dst)
    if os.path.lexists(dst):
        _fail("EEXIST", src, dst)
    _fail("EPERM", src, dst)


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    kind = stat.S_IFMT(mode)
    if kind == stat.S_IFIFO:
        return os.mkfifo(path, mode, dir_fd=dir_fd)
    if kind not in (0, stat.S_IFREG):
        raise error("EPERM")
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode, dir_fd=dir_fd)
    except OSError as failure:
        # Of this call CPython's errors do not name the file.
        raise type(failure)(failure.errno, failure.strerror) from None
    os.close(fd)


def getxattr(path, attribute, *, follow_symlinks=True):
    """No file has any attribute, as on a file system without them."""
    os.stat(path, follow_symlinks=follow_symlinks)
    _fail("ENODATA", path)


def listxattr(path=None, *, follow_symlinks=True):
    os.stat("." if path is None else path, follow_symlinks=follow_symlinks)
    return []


def setxattr(path, attribute, value, flags=0, *, follow_symlinks=True):
    os.stat(path, follow_symlinks=follow_symlinks)
    _fail("EOPNOTSUPP", path)


def removexattr(path, attribute, *, follow_symlinks=True):
    setxattr(path, attribute, b"", follow_symlinks=follow_symlinks)


def chroot(path):
    os.stat(path)
    _fail("EPERM", path)


def pipe2(flags, /):
    reader, writer = os.pipe()
    for fd in (reader, writer):
        os.set_inheritable(fd, not flags & os.O_CLOEXEC)
        os.set_blocking(fd, not flags & os.O_NONBLOCK)
    return reader, writer


def preadv(fd, buffers, offset, flags=0, /):
    total = 0
    for buffer in buffers:
        view = memoryview(buffer).cast("B")
        data = os.pread(fd, len(view), offset + total)
        view[: len(data)] = data
        total += len(data)
        if len(data) < len(view):
            break
    return total


def pwritev(fd, buffers, offset, flags=0, /):
    return os.pwrite(fd, b"".join(buffers), offset)


def posix_fallocate(fd, offset, length, /):
    if offset < 0 or length <= 0:
        raise error("EINVAL")
    if fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
        raise error("EBADF")
    if os.fstat(fd).st_size < offset + length:
        os.ftruncate(fd, offset + length)


def posix_fadvise(fd, offset, length, advice, /):
    if advice not in range(6):
        raise error("EINVAL")
    _native_fadvise(fd, offset, length, advice)


_native_fadvise = os.posix_fadvise


def getrandom(size, flags=0):
    if flags & ~_OF_GETRANDOM:
        raise error("EINVAL")
    return os.urandom(size)


_OF_GETRANDOM = 0b111
"""``GRND_NONBLOCK``, ``GRND_RANDOM`` and ``GRND_INSECURE``."""


def ttyname(fd, /):
    os.fstat(fd)
    raise error("ENOTTY")


# The machine


def confstr(name, /):
    return "/bin:/usr/bin" if name == "CS_PATH" else _native_confstr(name)


_native_confstr = os.confstr


def sysconf(name, /):
    is_count = name in ("SC_NPROCESSORS_ONLN", "SC_NPROCESSORS_CONF")
    return CPU_COUNT if is_count else _native_sysconf(name)


_native_sysconf = renumbered(os.sysconf)


def times():
    return os.times_result((time.process_time(), 0.0, 0.0, 0.0, time.monotonic()))


# Priorities


def nice(increment, /):
    wanted = _niceness.get(kernel.process.pid, 0) + c_int(increment)
    return _be_nice(max(min(wanted, _NICEST), _LEAST_NICE))


def _be_nice(wanted):
    if wanted < _niceness.get(kernel.process.pid, 0):
        raise error("EPERM")
    _niceness[kernel.process.pid] = wanted
    return wanted


def getpriority(which, who):
    _check_kind(which)
    return _niceness.get(_own(who), 0)


def setpriority(which, who, priority):
    _check_kind(which)
    _own(who)
    _be_nice(max(min(priority, _NICEST), _LEAST_NICE))


def _check_kind(which):
    if which not in (os.PRIO_PROCESS, os.PRIO_PGRP, os.PRIO_USER):
        raise error("EINVAL")


def sched_getaffinity(pid, /):
    return set(_affinity.get(_own(pid), range(CPU_COUNT)))


def sched_setaffinity(pid, mask, /):
    wanted = set(mask) & set(range(CPU_COUNT))
    if not wanted:
        raise error("EINVAL")
    _affinity[_own(pid)] = wanted


def _own(pid):
    own = kernel.process.pid
    if pid not in (0, own):
        raise error("ESRCH")
    return own


def sched_get_priority_min(policy):
    return 1 if _is_of_real_time(policy) else 0


def sched_get_priority_max(policy):
    return 99 if _is_of_real_time(policy) else 0


def _is_of_real_time(policy):
    if policy not in (os.SCHED_OTHER, os.SCHED_BATCH, os.SCHED_IDLE, os.SCHED_FIFO, os.SCHED_RR):
        raise error("EINVAL")
    return policy in (os.SCHED_FIFO, os.SCHED_RR)


# Clocks


def process_time():
    """As CPython does it where a ``clock_t`` of 32 bits would be too small for an hour."""
    return time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)


def process_time_ns():
    return time.clock_gettime_ns(time.CLOCK_PROCESS_CPUTIME_ID)


def thread_time():
    return time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID)


def thread_time_ns():
    return time.clock_gettime_ns(time.CLOCK_THREAD_CPUTIME_ID)


def pthread_getcpuclockid(thread_id, /):
    return time.CLOCK_THREAD_CPUTIME_ID


def clock_settime(clock, seconds, /):
    raise error("EPERM" if clock == time.CLOCK_REALTIME else "EINVAL")


def clock_settime_ns(clock, ns, /):
    clock_settime(clock, ns)


_OF_TIME = (
    *(process_time, process_time_ns, thread_time, thread_time_ns),
    *(pthread_getcpuclockid, clock_settime, clock_settime_ns),
)
_OF_OS = (
    *(getxattr, listxattr, setxattr, removexattr),
    *(link, mknod, chroot, pipe2, preadv, pwritev, posix_fallocate, posix_fadvise, getrandom, ttyname),
    *(confstr, sysconf, times, nice, getpriority, setpriority),
    *(sched_getaffinity, sched_setaffinity, sched_get_priority_min, sched_get_priority_max),
)


_CONSTANTS = {
    **{"GRND_NONBLOCK": 1, "GRND_RANDOM": 2},
    **{"SPLICE_F_MOVE": 1, "SPLICE_F_NONBLOCK": 2, "SPLICE_F_MORE": 4},
    **{"XATTR_CREATE": 1, "XATTR_REPLACE": 2, "XATTR_SIZE_MAX": 65_536},
}


def install() -> None:
    for name, value in _CONSTANTS.items():
        setattr(os, name, value)
    for function in _OF_OS:
        function.__module__ = "posix"
        setattr(os, function.__name__, function)
        setattr(posix, function.__name__, function)
    for function in _OF_TIME:
        function.__module__ = "time"
        setattr(time, function.__name__, function)
    os.cpu_count = lambda: CPU_COUNT
    os.process_cpu_count = lambda: len(sched_getaffinity(0))
