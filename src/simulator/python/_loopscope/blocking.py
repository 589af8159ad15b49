"""``time.sleep`` on virtual time: it costs no real time, and holds the thread all the same."""

import functools
import operator
import time

from . import kernel, parking


@functools.wraps(time.sleep)
def sleep(seconds, /):
    _check(seconds)
    parking.wait(kernel.after(seconds))


_TOO_LONG = (1 << 63) // kernel.NS_PER_SECOND
"""``PyTime_t`` has 64 bits."""


def _check(seconds):
    """As ``_PyTime_FromSecondsObject`` in Python/pytime.c, and ``time.sleep``."""
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if not -_TOO_LONG <= seconds <= _TOO_LONG:
            raise OverflowError("timestamp out of range for platform time_t")
    elif not -_TOO_LONG <= operator.index(seconds) <= _TOO_LONG:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")


def install() -> None:
    sleep.__module__ = "time"
    # What recordings call it, so that nobody takes it for asyncio's.
    sleep.__code__ = sleep.__code__.replace(co_qualname="time.sleep")
    time.sleep = sleep
