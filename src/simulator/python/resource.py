"""What a process may use, and has used: nobody limits it here, and little of it is counted."""

import time
from collections import namedtuple

from _loopscope.errors import error as _error

error = OSError

RLIM_INFINITY = -1
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1

_NAMES = (
    *("CPU", "FSIZE", "DATA", "STACK", "CORE", "RSS", "NPROC", "NOFILE", "MEMLOCK", "AS", None),
    *("SIGPENDING", "MSGQUEUE", "NICE", "RTPRIO", "RTTIME"),
)
globals().update({f"RLIMIT_{name}": number for number, name in enumerate(_NAMES) if name})
RLIMIT_OFILE = RLIMIT_NOFILE  # noqa: F821

_MOST_FILES = 4096
"""As many as the file system opens at once."""

_limits = {
    RLIMIT_NOFILE: (_MOST_FILES, _MOST_FILES),  # noqa: F821
    RLIMIT_STACK: (8 << 20, RLIM_INFINITY),  # noqa: F821
    RLIMIT_CORE: (0, RLIM_INFINITY),  # noqa: F821
}

struct_rusage = namedtuple(
    "struct_rusage",
    "ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap "
    "ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw",
)
struct_rusage.__module__ = "resource"


def getrusage(who, /):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    clock = {RUSAGE_SELF: time.process_time, RUSAGE_THREAD: time.thread_time}.get(who, float)
    return struct_rusage(clock(), 0.0, *[0] * 14)


def getrlimit(resource, /):
    if resource not in range(len(_NAMES)):
        raise ValueError("invalid resource specified")
    return _limits.get(resource, (RLIM_INFINITY, RLIM_INFINITY))


def setrlimit(resource, limits, /):
    """Sets what is there already, or more of it within the limit; less could not be held to."""
    soft, hard = getrlimit(resource)
    if len(limits) != 2:
        raise ValueError("expected a tuple of 2 integers")
    wanted, most = (float("inf") if limit == RLIM_INFINITY else limit for limit in limits)
    if wanted > most:
        raise ValueError("current limit exceeds maximum limit")
    if hard != RLIM_INFINITY and most > hard:
        raise ValueError("not allowed to raise maximum limit")
    if wanted < (float("inf") if soft == RLIM_INFINITY else soft):
        raise _error("ENOSYS", "Loopscope cannot limit what a process uses")
    _limits[resource] = tuple(limits)


def prlimit(pid, resource, limits=None, /):
    before = getrlimit(resource)
    if limits is not None:
        setrlimit(resource, limits)
    return before


def getpagesize():
    return 4096
