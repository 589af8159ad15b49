"""Spans of time as C takes them."""

import math
import operator

_TOO_LONG = 2**63


def c_duration(seconds) -> int:
    """Seconds as whole nanoseconds, rounded up as a timeout is: ``_PyTime_FromSecondsObject``."""
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if not -_TOO_LONG <= seconds * 1e9 < _TOO_LONG:
            raise OverflowError("timestamp out of range for platform time_t")
        return math.ceil(seconds * 1e9) if seconds >= 0 else math.floor(seconds * 1e9)
    ns = operator.index(seconds) * 1_000_000_000
    if not -_TOO_LONG <= ns < _TOO_LONG:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    return ns
