"""The checks that Modules/socketmodule.c makes of what it is given."""

import operator


def checked_timeout(timeout):
    if timeout is None:
        return None
    if timeout < 0:
        raise ValueError("Timeout value out of range")
    return float(timeout)


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


def option_value(value):
    return operator.index(value) if hasattr(value, "__index__") else bytes(value)


def ns_of_ms(ms: int) -> int:
    """The timeout of a poll, which C has as an ``int`` of milliseconds."""
    if ms >= 1 << 31:
        raise OverflowError("timeout is too large")
    return ms * 1_000_000
