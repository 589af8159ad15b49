"""The kernel as Python sees it: a handful of functions that the host puts in place before a run.

They are module globals, so that the rest of this package can call them with one look-up. All times
are whole nanoseconds since the run began.
"""


class RunOver(BaseException):
    """The recording is closed: a limit was reached. Nothing the program does is seen any more."""


def now_ns() -> int:
    """Virtual time, without the cost of reading a clock."""
    raise RuntimeError("no run has begun")


def park(due_ns):
    """Let time pass until ``due_ns`` (None: for ever). False if nothing could ever end the wait."""
    raise RuntimeError("no run has begun")


def turn() -> None:
    """The loop begins a turn: counts towards the limit of steps."""
    raise RuntimeError("no run has begun")


recorder = None
"""Receives what happens, one method a kind of event; see ``engine/session.ts``."""


def attach(bridge) -> None:
    """Take the host's functions; called once, before the program starts."""
    global now_ns, park, turn, recorder
    now_ns = bridge.nowNs
    park = bridge.park
    turn = bridge.turn
    recorder = bridge


NS_PER_SECOND = 1_000_000_000


def to_ns(seconds: float) -> int:
    """Seconds to the nearest nanosecond: the border at which float drift ends."""
    return round(seconds * NS_PER_SECOND)


def to_seconds(ns: int) -> float:
    """Nanoseconds to seconds, as ``time.monotonic()`` does it."""
    return ns / NS_PER_SECOND
