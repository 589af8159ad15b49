"""Hooks that watch a program may fail, and take time; the program must not notice."""

import functools

from . import kernel, values
from .step_log import OWN_WORK, words

enabled = True
"""Whether what runs is to be watched. The tasks and lines of a program's child processes are not."""

is_recording = True
"""Whether the run is watched at all; what concerns bytes and processes is, in every process."""


def failed(hook, error) -> None:
    """A hook failed: from now on nothing is recorded but output, and the program goes on.

    At the edge of a recursion there is no room for a hook, and a program's own code may raise where
    only the recorder calls it.
    """
    global enabled
    enabled = False
    kernel.discount_frames(kernel.ROOM)
    try:
        kernel.recorder.cut_trace(f"{hook}: {values.words_of(error)}")
    finally:
        kernel.discount_frames(-kernel.ROOM)


def innermost(error):
    """Of the traceback of an exception, the part where it was raised."""
    step = BaseException.__traceback__.__get__(error)
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step


def observed(hook):
    """A hook whose failure reaches the recorder and not the program."""

    @functools.wraps(hook)
    def observe(*args):
        return _run(hook, args) if enabled else None

    return observe


def observed_everywhere(hook):
    """The same for what is told of child processes as well."""

    @functools.wraps(hook)
    def observe(*args):
        return _run(hook, args) if is_recording else None

    return observe


def _run(hook, args):
    was_at_own_work = words[OWN_WORK]
    words[OWN_WORK] = 1
    try:
        return hook(*args)
    except Exception as error:
        failed(hook.__qualname__, error)
    finally:
        words[OWN_WORK] = was_at_own_work
    return None
