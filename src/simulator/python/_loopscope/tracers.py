"""What tracers, profilers and monitors of the program's own see: all code but ours.

``sys.settrace``, ``sys.setprofile`` and ``sys.monitoring`` are CPython's; a tool is called through a
filter that passes over our frames, and over those of the library that we call for ourselves.
"""

import functools
import sys

from . import entrances, interrupts, monitoring
from .tracebacks import is_ours

_DISABLE = monitoring.DISABLE
_events = sys.monitoring.events

_EVERYWHERE = (_events.RAISE, _events.RERAISE, _events.EXCEPTION_HANDLED, _events.PY_UNWIND, _events.PY_THROW)
"""Events that cannot be disabled at one place."""

_standing_in = set()
"""The code of our functions that call the library as CPython itself would."""


def is_hidden(frame) -> bool:
    if is_ours(frame):
        return True
    while frame.f_code.co_filename.startswith(interrupts.LIBRARY):
        frame = frame.f_back
        if frame is None:
            return False
        if is_ours(frame):
            return frame.f_code not in _standing_in and not entrances.is_entrance(frame)
    return False


def _filtered(tool):
    """``tool``, a tracer or a profiler, as it is to be called."""
    if tool is None:
        return None

    def see(frame, event, argument):
        return None if is_hidden(frame) else tool(frame, event, argument)

    see.__wrapped__ = tool
    return see


def _setter(builtin):
    @functools.wraps(builtin)
    def set_tool(function, /):
        builtin(_filtered(function))

    return set_tool


def _getter(builtin):
    @functools.wraps(builtin)
    def get_tool():
        tool = builtin()
        return getattr(tool, "__wrapped__", tool)

    return get_tool


def _guarded(builtin):
    """A function of ``sys.monitoring`` that needs a number in use: ours is in use by nobody."""

    @functools.wraps(builtin)
    def call(tool_id, /, *arguments):
        if tool_id == monitoring.tool:
            raise ValueError(f"tool {tool_id} is not in use")
        return builtin(tool_id, *arguments)

    return call


def _claiming(builtin):
    """One that takes a number for the program."""

    @functools.wraps(builtin)
    def call(tool_id, /, *arguments):
        if tool_id == monitoring.tool:
            monitoring.leave(tool_id)
        return builtin(tool_id, *arguments)

    return call


def _silent(builtin):
    """One that does nothing with a number that nobody uses."""

    @functools.wraps(builtin)
    def call(tool_id, /):
        return None if tool_id == monitoring.tool else builtin(tool_id)

    return call


def _registering(builtin):
    register = _claiming(builtin)

    @functools.wraps(builtin)
    def register_callback(tool_id, event, function, /):
        before = register(tool_id, event, function and _seeing(function, event))
        return getattr(before, "__wrapped__", before)

    return register_callback


def _seeing(callback, event):
    nowhere = None if event in _EVERYWHERE else _DISABLE

    def see(code, *arguments):
        frame = sys._getframe(1)
        if is_ours(frame):
            return nowhere
        return None if is_hidden(frame) else callback(code, *arguments)

    see.__wrapped__ = callback
    return see


def stand_in(*functions) -> None:
    """Functions of ours below which the library runs as it does without us."""
    _standing_in.update(monitoring.code_of(function) for function in functions)


def install() -> None:
    for name in ("settrace", "setprofile", "_settraceallthreads", "_setprofileallthreads"):
        setattr(sys, name, _setter(getattr(sys, name)))
    for name in ("gettrace", "getprofile"):
        setattr(sys, name, _getter(getattr(sys, name)))
    own = sys.monitoring
    for wrap, names in (
        (_guarded, ("set_events", "get_events", "set_local_events", "get_local_events")),
        (_claiming, ("use_tool_id",)),
        (_silent, ("get_tool", "free_tool_id", "clear_tool_id")),
        (_registering, ("register_callback",)),
    ):
        for name in names:
            setattr(own, name, wrap(getattr(own, name)))
