"""Tracebacks and walks up the stack show the program's frames and the library's, not the simulator's.

What stands in here for a call that is written in C would otherwise appear as a frame where CPython
shows none. They are in ``__traceback__`` and ``f_back`` all the same: nothing can take them out.
"""

import _imp
import functools
import gc
import inspect
import sys
import traceback
import types

from . import kernel


_PREFIX = f"{__package__}."


def is_ours(frame) -> bool:
    return _are_ours(frame.f_globals)


def _are_ours(namespace) -> bool:
    name = namespace.get("__name__")
    return type(name) is str and name.startswith(_PREFIX)


def words_of(error) -> str:
    """The exception as text; what a traceback says in its place where its own ``__str__`` fails."""
    try:
        return str(error)
    except kernel.RunOver:
        raise
    except BaseException:
        return "<exception str() failed>"


def _hiding(walk):
    """As a function of ``traceback`` that goes from frame to frame."""

    @functools.wraps(walk)
    def walk_others(start):
        if start is None and walk is _walk_stack:
            start = sys._getframe(1)
        return (step for step in walk(start) if not _are_ours(step[0].f_globals))

    return walk_others


_walk_stack = traceback.walk_stack


def _without_ours(frames_of):
    """As a function of ``inspect`` that lists frames."""

    @functools.wraps(frames_of)
    def list_frames(start, context=1):
        return [info for info in frames_of(start, context) if not is_ours(info.frame)]

    return list_frames


def hide_functions() -> None:
    """Have warnings pass by our functions, and test runners that look at ``__traceback__``.

    ``warnings`` blames the caller of what it knows as the import system, by its file's name
    (``is_internal_filename`` in Python/_warnings.c). Called when all of us is there.
    """
    for function in gc.get_objects():
        if type(function) is types.FunctionType and _are_ours(function.__globals__):
            name = f"<importlib._bootstrap {function.__globals__['__name__']}>"
            _imp._fix_co_filename(function.__code__, name)
            function.__globals__["__tracebackhide__"] = True


def install() -> None:
    for name in ("walk_tb", "walk_stack", "_walk_tb_with_full_positions"):
        setattr(traceback, name, _hiding(getattr(traceback, name)))
    for name in ("getouterframes", "getinnerframes"):
        setattr(inspect, name, _without_ours(getattr(inspect, name)))
