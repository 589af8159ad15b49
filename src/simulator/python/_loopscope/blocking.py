"""``time.sleep`` on virtual time: it costs no real time, and holds the thread all the same."""

import functools
import sys
import time

from . import moments, parking, what_if
from .c_duration import c_duration


@functools.wraps(time.sleep)
def sleep(seconds, /):
    sys.audit("time.sleep", seconds)
    if c_duration(seconds) < 0:
        raise ValueError("sleep length must be non-negative")
    due_ns = moments.after(seconds)
    if what_if.changed is not None:
        due_ns = what_if.sleep_due(sys._getframe(), due_ns)
    parking.wait(due_ns)


def install() -> None:
    sleep.__module__ = "time"
    # What recordings call it, so that nobody takes it for asyncio's.
    sleep.__code__ = sleep.__code__.replace(co_qualname="time.sleep")
    time.sleep = sleep
