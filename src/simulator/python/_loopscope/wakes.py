"""What is put into a loop from outside its thread, and does not wake it.

``call_soon_threadsafe`` wakes the loop. Whatever else another thread does to a loop's futures, events
and locks lies in its ready queue until it wakes for another reason; so does a timer.
"""

import re
from asyncio import tasks

from . import agents, kernel, places, states, values
from .observing import observed

_OF_LOOP = re.compile(r"^\w*EventLoop\.")


@observed
def put_in_from_outside(loop, handle, frame):
    """A thread that is not the loop's own has put a handle into it; ``frame`` called ``_call_soon``."""
    if loop.runs_on not in kernel.idle:
        return
    own, library = places.split_at_program(places.parked_frames(frame))
    kernel.recorder.wake_missed(
        agents.current(),
        loop.number,
        _task_of(handle),
        getattr(handle, "number", None),
        getattr(handle, "_due", (None,))[0],
        _call(own, library, handle),
        places.location_of(own),
    )


def _task_of(handle):
    task = getattr(handle, "_task", None)
    return None if task is None else agents.number_of(task)


def _call(own, library, handle):
    """What the program called: a future's own methods are written in C, and have no frame.

    They may also have been given to a thread, to be called: then the program has no frame there, and
    what asyncio was called with stands behind the thread's own.
    """
    of_asyncio = (frame for frame in library if frame.f_globals.get("__package__") == "asyncio")
    called = places.call_of(library if own else of_asyncio) or ""
    call = _OF_LOOP.sub("", called)
    args = handle._args or ()
    if call in ("", "call_soon") and _task_of(handle) and args:
        return _completion_of(args[0], handle._task)
    return values.text(call) or None


def _completion_of(future, task):
    match states.of_future(future):
        case "cancelled":
            return "Task.cancel" if tasks.Task.cancelling(task) else "Future.cancel"
        case "exception":
            return "Future.set_exception"
        case _:
            return "Future.set_result"
