"""Computing is interrupted between two instructions of Python, for others to have their turn."""

import _signal
import itertools

from pyodide.ffi import can_run_sync

from . import entrances, kernel, looks, places

INTERRUPT_SIGNAL = 64
"""What the host raises to interrupt computing; see ``engine/computing.ts``."""

WITHIN_CALL_SIGNAL = 63
"""What it raises where a call of C computes for long that CPython itself would not interrupt."""

LIBRARY = ("/usr/lib/python3", "<frozen ")
"""How the names of its files begin."""


def install() -> None:
    _signal.signal(INTERRUPT_SIGNAL, _interrupted)
    _signal.signal(WITHIN_CALL_SIGNAL, _computes_within_call)


def _interrupted(signum, frame):
    """The host asks, between two instructions of Python, that the computing thread look up.

    Others may run now: threads that have waited for this one as long as CPython's switch interval.
    """
    # Our own code is never cut in two: the host asks again a little later.
    if _is_at_own_work(frame):
        if frame.f_code is not _interrupted.__code__ and not kernel.ask_soon():
            _get_out_of_step()
        return
    _tell_long_computing(frame)
    if kernel.may_only_spin() and is_spinning(frame):
        kernel.spin()
    if not can_run_sync():
        return
    if kernel.late is not None:
        # Where a function has only begun, the line that calls it says more.
        begins = frame.f_lineno == frame.f_code.co_firstlineno and frame.f_back is not None
        looks.tell_interruption(places.location_of(frame.f_back if begins else frame))
    preempted = preempts(frame) if kernel.is_busy() and not kernel.process.has_own_cpu else None
    kernel.let_computed_time_pass()
    if preempted is not None:
        goes_on(preempted)
    kernel.process.attend()


def _computes_within_call(signum, frame):
    """No other thread can run until the call is over, and no signal is handled; but other processes can."""
    if not _is_at_own_work(frame):
        _tell_long_computing(frame)
        if kernel.process.has_own_cpu and can_run_sync():
            kernel.let_computed_time_pass()


def _tell_long_computing(frame):
    since_ns = kernel.take_long_computing()
    if since_ns is not None:
        computes_long(frame, since_ns)


def _get_out_of_step():
    """A loop that calls us for long could be at the same place whenever the host asks."""
    for _ in range(next(_delays)):
        pass


_delays = itertools.cycle(range(13))


def preempts(frame):
    """The running thread, at ``frame``, is about to let others run; what :func:`goes_on` is given."""


def goes_on(preempted) -> None:
    """It runs again. ``standstill`` listens to both."""


def is_spinning(frame) -> bool:
    """Whether what runs at ``frame`` does nothing but wait; ``polling_loops`` knows."""
    return False


def computes_long(frame, since_ns) -> None:
    """The running thread, at ``frame``, has computed for long; ``standstill`` listens."""


def _is_at_own_work(frame) -> bool:
    """Whether the innermost code that is not the library's is ours."""
    while frame is not None:
        if frame.f_globals.get("__name__", "").startswith(__package__):
            return not entrances.is_entrance(frame)
        if not frame.f_code.co_filename.startswith(LIBRARY):
            return False
        frame = frame.f_back
    return False
