"""Who has an event loop stop. From another thread, without waking it, that is not heard."""

import types
from asyncio import base_events

from . import agents, kernel, monitoring, places, tags

_STOP = base_events.BaseEventLoop.stop
_ASKED = "_loopscope_stop_asked"
"""On a loop, while it calls its own ``stop`` as a callback: who had scheduled that, and where."""


def loop_to_stop(callback):
    """The loop that a callback stops; None for any other."""
    is_stop = type(callback) is types.MethodType and callback.__func__ is _STOP
    return callback.__self__ if is_stop else None


def called_back(loop, by, location) -> None:
    """A loop is about to stop itself, as ``by`` told it to at ``location``."""
    tags.put(loop, _ASKED, (by, location))


def _asked(frame):
    loop = frame.f_locals["self"]
    scheduled = tags.pop(loop, _ASKED)
    number = tags.get(loop, "number")
    if number is None:
        return
    if scheduled is not None:
        kernel.recorder.loop_stop_asked(number, *scheduled)
    elif frame.f_back is not None and places.is_program(frame.f_back.f_code):
        by, location = agents.current(), places.location_of(frame)
        kernel.recorder.loop_stop_asked(number, by, location)
        if loop.runs_on in kernel.idle and loop.runs_on != kernel.current_thread:
            kernel.recorder.wake_missed(by, number, None, None, None, "loop.stop", location)


def install() -> None:
    monitoring.on_start(_STOP, _asked)
