"""Where a thread that computes may be interrupted before its time.

CPython looks at each call and each backward jump whether another thread wants to run. Natively it
wants to once it has waited for the switch interval, and that can be over anywhere: a machine does
other things meanwhile. So a schedule may say at which look it is. They are counted in the program's
own code, by ``sys.monitoring``, from when it first starts a thread.
"""

import sys
import types

from . import kernel
from .step_log import OWN_LOOKS, words

_monitoring = types.SimpleNamespace(**vars(sys.monitoring))
"""CPython's own functions; a program finds those of ``tracers.py`` in their place."""

_TOOL = 5
"""Above the one that watches, so that nothing of ours comes between this and the program's next look."""

_EVENTS = sys.monitoring.events.CALL | sys.monitoring.events.JUMP

_bridge = None

_interrupt_at = None
"""The running thread may be interrupted at that look: how many looks on the next one is at which a
thread may be. To be called last: the next look but one is that at which it is."""

_code = None
"""Of the program."""

_is_counting = False

_look = 0
"""The number of the look at which a thread may be interrupted next."""

_left = 0
"""How many looks there are until then."""


def attach(bridge) -> None:
    """Take the host's functions, as ``kernel`` does."""
    global _bridge, _interrupt_at
    _bridge = bridge
    _interrupt_at = bridge.interruptAtLook


def program_begins(code) -> None:
    """It has no thread but its main one; ``code`` is its outermost."""
    global _code
    if _is_counting:
        _stop()
    _code = code


def thread_starts() -> None:
    """From now on looks are counted, where a schedule decides what is left open."""
    global _is_counting, _look, _left
    if _is_counting or kernel.late is None or _code is None:
        return
    if _monitoring.get_tool(_TOOL) is None:
        _monitoring.use_tool_id(_TOOL, "loopscope")
        for event in (_monitoring.events.CALL, _monitoring.events.JUMP):
            _monitoring.register_callback(_TOOL, event, _looked)
    elif _monitoring.get_tool(_TOOL) != "loopscope":
        return
    _is_counting = True
    _left = _bridge.looksToFirstInterruption
    _look = _left - 1
    _watch(_code, _EVENTS)


def tell() -> None:
    """Tell how many there were in this run."""
    if _is_counting:
        _bridge.tellLooks(_look - _left + 1)


def tell_interruption(location) -> None:
    """The running thread is about to be interrupted, if it is to be before its time."""
    _bridge.tellInterruption(location)


def _stop() -> None:
    global _is_counting
    _is_counting = False
    if _monitoring.get_tool(_TOOL) == "loopscope":
        _watch(_code, 0)


def _watch(code, which) -> None:
    _monitoring.set_local_events(_TOOL, code, which)
    for constant in code.co_consts:
        if type(constant) is types.CodeType:
            _watch(constant, which)


def _looked(*_):
    global _look, _left
    words[OWN_LOOKS] += 1
    _left -= 1
    if _left <= 0:
        words[OWN_LOOKS] += 1
        _left = _interrupt_at(_look)
        _look += _left
