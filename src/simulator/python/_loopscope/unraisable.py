"""Exceptions that can be raised to nobody: told through ``sys.unraisablehook``, without our frames."""

import sys
import traceback
import types

from . import kernel, tracebacks


def tell(error, message) -> None:
    """``PyErr_FormatUnraisable``, without the frame that caught it.

    The interpreter's own hook takes nothing that Python can make.
    """
    _traceback.__set__(error, _traceback.__get__(error).tb_next)
    hook = getattr(sys, "unraisablehook", _OF_CPYTHON)
    if hook is _OF_CPYTHON:
        _print(error, f"{message}:")
        return
    told = {"exc_type": type(error), "exc_value": error, "exc_traceback": _traceback.__get__(error)}
    try:
        hook(types.SimpleNamespace(**told, err_msg=message, object=None))
    except kernel.RunOver:
        raise
    except BaseException as failure:
        _traceback.__set__(failure, _traceback.__get__(failure).tb_next)
        BaseException.__context__.__set__(failure, None)
        _print(failure, f"Exception ignored in sys.unraisablehook: {hook!r}")


def unraisablehook(unraisable, /):
    # CPython's own takes no frame of Python's.
    kernel.discount_frames(kernel.ROOM)
    try:
        _native(unraisable.__replace__(exc_traceback=_without_ours(unraisable.exc_traceback)))
    finally:
        kernel.discount_frames(-kernel.ROOM)


def _without_ours(tb):
    first = last = None
    while tb is not None:
        if not tracebacks.is_ours(tb.tb_frame):
            first = first or tb
            if last is not None and last.tb_next is not tb:
                last.tb_next = tb
            last = tb
        tb = tb.tb_next
    if last is not None:
        last.tb_next = None
    return first


_native = sys.__unraisablehook__

_OF_CPYTHON = unraisablehook


def install() -> None:
    unraisablehook.__module__ = "sys"
    sys.unraisablehook = sys.__unraisablehook__ = unraisablehook


_traceback = BaseException.__traceback__
"""A program's kind of exception may have another attribute of that name."""


def _print(error, heading) -> None:
    if getattr(sys, "stderr", None) is None:
        return
    try:
        print(heading, file=sys.stderr)
        traceback.print_exception(error, file=sys.stderr)
    except kernel.RunOver:
        raise
    except BaseException:
        # What it was to go to is gone as well.
        pass
