"""Seconds, as programs say them, and whole nanoseconds, which is what all times are here."""

from . import kernel

NS_PER_SECOND = 1_000_000_000


def to_ns(seconds: float) -> int:
    """Seconds to the nearest nanosecond: the border at which float drift ends."""
    # What is no number at all never comes either.
    if not seconds < _LATEST:
        return LATEST_NS
    return -LATEST_NS if seconds <= -_LATEST else round(seconds * NS_PER_SECOND)


def after(seconds: float) -> int:
    """The moment so many seconds from now; what no run lives to see is at :data:`LATEST_NS`."""
    return min(kernel.now_ns() + max(to_ns(seconds), 0), LATEST_NS)


LATEST_NS = 2**53 - 2
"""After it no moment is a number of JavaScript's: 104 days, where a run has thirty at most."""

_LATEST = LATEST_NS // NS_PER_SECOND


def moment(seconds):
    """A time in seconds as a trace takes it; None for one that never comes."""
    if type(seconds) not in (int, float) or not seconds < _LATEST:
        return None
    return max(0, to_ns(seconds))


def to_seconds(ns: int) -> float:
    """Nanoseconds to seconds, as ``time.monotonic()`` does it."""
    return ns / NS_PER_SECOND
