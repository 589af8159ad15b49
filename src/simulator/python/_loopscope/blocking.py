"""``time.sleep`` on virtual time: it costs no real time, and holds the thread all the same."""

import functools
import operator
import time

from . import kernel, parking


@functools.wraps(time.sleep)
def sleep(seconds, /):
    parking.wait(kernel.now_ns() + _duration_ns(seconds))


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
    # What recordings call it, so that nobody takes it for asyncio's.
    sleep.__code__ = sleep.__code__.replace(co_qualname="time.sleep")
    time.sleep = sleep
