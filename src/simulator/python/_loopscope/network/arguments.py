"""The checks that Modules/socketmodule.c and selectmodule.c make of what they are given."""

import operator

from ..c_duration import c_duration
from ..c_int import c_int

_MISSING = object()


def checked_timeout(timeout):
    if timeout is None:
        return None
    ns = c_duration(timeout)
    if ns < 0:
        raise ValueError("Timeout value out of range")
    return ns / 1e9


def check_ancillary(size, caller):
    if operator.index(size) < 0:
        raise ValueError(f"invalid ancillary data buffer size in {caller}()")


def bytes_view(data):
    try:
        return memoryview(data).cast("B")
    except TypeError:
        kind = type(data).__name__
        raise TypeError(f"a bytes-like object is required, not {kind!r}") from None


def writable_view(buffer):
    view = memoryview(buffer)
    if view.readonly:
        raise TypeError(f"expected a read-write bytes-like object, not {type(buffer).__name__!r}")
    return view.cast("B")


def option_value(value=_MISSING, *length):
    """A number or bytes; None where ``setsockopt`` is given a length in its place."""
    if value is _MISSING or length and (len(length) > 1 or value is not None):
        given = 2 if value is _MISSING else 3 + len(length)
        raise TypeError(f"setsockopt() takes exactly 3 arguments ({given} given)")
    if length:
        operator.index(*length)
        return None
    return c_int(value) if hasattr(value, "__index__") else bytes(bytes_view(value))


def unsigned_short(value):
    if value < 0:
        raise ValueError("value must be positive")
    if value > 0xFFFF:
        raise OverflowError("Python int too large for C unsigned short")
    return value


MS = 1_000_000
SECOND = 1_000 * MS


def poll_timeout_ns(timeout, unit_ns):
    """The timeout of a poll, which C has as an ``int`` of milliseconds; None to wait for ever."""
    ns = timeout_ns(timeout, unit_ns, "an integer")
    if ns is None or ns < 0:
        return None
    ms = -(-ns // MS)
    if ms >= 1 << 31:
        raise OverflowError("timeout is too large")
    return ms * MS


def timeout_ns(timeout, unit_ns, kind):
    try:
        return None if timeout is None else c_duration(timeout, unit_ns)
    except TypeError:
        raise TypeError(f"timeout must be {kind} or None") from None
