"""``time.sleep`` on virtual time: it costs no real time, and holds the thread all the same."""

import functools
import operator
import sys
import time

from . import kernel, threads, tracing


@functools.wraps(time.sleep)
def sleep(seconds, /):
    duration_ns = _duration_ns(seconds)
    from_ns = kernel.now_ns()
    tracing.blocked(from_ns, from_ns + duration_ns, "time.sleep", sys._getframe(1))
    threads.wait(from_ns + duration_ns)


def _duration_ns(seconds) -> int:
    """The checks of ``time.sleep`` (Modules/timemodule.c, ``_PyTime_FromSecondsObject``)."""
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        duration_ns = -(-seconds * kernel.NS_PER_SECOND // 1)
    else:
        duration_ns = operator.index(seconds) * kernel.NS_PER_SECOND
    if duration_ns < 0:
        raise ValueError("sleep length must be non-negative")
    return kernel.to_ns(seconds)


def install() -> None:
    sleep.__module__ = "time"
    time.sleep = sleep
