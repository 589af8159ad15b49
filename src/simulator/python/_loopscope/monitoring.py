"""What CPython itself reports: lines of the program as they are reached, and returns of a few methods.

By ``sys.monitoring`` (PEP 669): the events are switched on for the code objects of interest only, so
all other code runs at full speed.
"""

import sys
import types

from . import agents, observing, step_log

_TOOL = 4
"""One of the two numbers that PEP 669 leaves to no one in particular."""

_MOST_PER_LINE = 500
"""How often a line is reported. A loop that is hotter than that runs unwatched, at full speed."""

_events = sys.monitoring.events
_hooks: dict[str, object] = {}
"""By qualified name: hashing a code object would cost more than the rest of the hook."""

_reached: dict[int, int] = {}


def on_return(code, hook) -> None:
    """Have ``hook(self, frame, result)`` called whenever the method with this code returns."""
    _hooks[code.co_qualname] = hook
    sys.monitoring.set_local_events(_TOOL, code, _events.PY_RETURN)


def watch_lines(code) -> None:
    """Report the lines of a code object and of every function in it."""
    sys.monitoring.set_local_events(_TOOL, code, _events.LINE)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            watch_lines(constant)


def _on_return(code, offset, result):
    if not observing.enabled:
        return
    try:
        frame = sys._getframe(1)
        _hooks[code.co_qualname](frame.f_locals["self"], frame, result)
    except Exception as error:
        observing.failed(code.co_qualname, error)


def _on_line(code, line):
    count = _reached.get(line, 0) + 1
    _reached[line] = count
    if count > _MOST_PER_LINE:
        return sys.monitoring.DISABLE
    step_log.line(line, agents.current())
    return None


def install() -> None:
    sys.monitoring.use_tool_id(_TOOL, "loopscope")
    sys.monitoring.register_callback(_TOOL, _events.PY_RETURN, _on_return)
    sys.monitoring.register_callback(_TOOL, _events.LINE, _on_line)
