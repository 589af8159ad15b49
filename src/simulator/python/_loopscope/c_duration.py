"""Spans of time as C takes them."""

import math
import operator

_TOO_LONG = 2**63


def c_duration(span, unit_ns=1_000_000_000) -> int:
    """Seconds as whole nanoseconds, rounded up as a timeout is: ``_PyTime_FromSecondsObject``.

    With another unit, ``_PyTime_FromMillisecondsObject``.
    """
    if isinstance(span, float):
        if span != span:
            raise ValueError("Invalid value NaN (not a number)")
        ns = span * unit_ns
        if not -_TOO_LONG <= ns < _TOO_LONG:
            raise OverflowError("timestamp out of range for platform time_t")
        return math.ceil(ns) if ns >= 0 else math.floor(ns)
    ns = operator.index(span) * unit_ns
    if not -_TOO_LONG <= ns < _TOO_LONG:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    return ns
