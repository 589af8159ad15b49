"""Hooks that watch a program may fail; the program must not notice."""

import functools

from . import kernel

enabled = True
"""Whether what runs is to be watched. The processes that a program starts are not."""


def failed(hook, error) -> None:
    """Tell the recorder that a hook failed: the recording can't be trusted any more."""
    kernel.recorder.tracing_failed(f"{hook}: {type(error).__name__}: {error}")


def observed(hook):
    """A hook whose failure reaches the recorder and not the program."""

    @functools.wraps(hook)
    def observe(*args):
        if not enabled:
            return None
        try:
            return hook(*args)
        except Exception as error:
            failed(hook.__qualname__, error)
        return None

    return observe
