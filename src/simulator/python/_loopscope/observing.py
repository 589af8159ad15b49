"""Hooks that watch a program may fail, and take time; the program must not notice."""

import functools

from . import kernel
from .step_log import OWN_WORK, words

enabled = True
"""Whether what runs is to be watched. The tasks and lines of a program's child processes are not."""

is_recording = True
"""Whether the run is watched at all; what concerns bytes and processes is, in every process."""


def failed(hook, error) -> None:
    """Tell the recorder that a hook failed: the recording can't be trusted any more.

    At the edge of a recursion there is no room for a hook, and a program's own code may raise where
    only the recorder calls it. What comes then is not recorded; the program goes on, and meets its
    RecursionError where it would have without being watched.
    """
    global enabled
    if issubclass(type(error), RecursionError) or not _is_raised_by_us(error):
        enabled = False
        kernel.recorder.cut_trace()
        return
    kernel.recorder.tracing_failed(f"{hook}: {type(error).__name__}: {error}")


def _is_raised_by_us(error) -> bool:
    innermost = BaseException.__traceback__.__get__(error)
    while innermost.tb_next is not None:
        innermost = innermost.tb_next
    return innermost.tb_frame.f_globals.get("__package__") == __package__


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
