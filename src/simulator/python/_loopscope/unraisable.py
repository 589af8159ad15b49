"""Exceptions that can be raised to nobody: told through ``sys.unraisablehook``."""

import sys
import traceback
import types

from . import kernel


def tell(error, message) -> None:
    """``PyErr_FormatUnraisable``, without the frame that caught it.

    The interpreter's own hook takes nothing that Python can make.
    """
    error.__traceback__ = error.__traceback__.tb_next
    if sys.unraisablehook is sys.__unraisablehook__:
        _print(error, f"{message}:")
        return
    told = {"exc_type": type(error), "exc_value": error, "exc_traceback": error.__traceback__}
    hook = sys.unraisablehook
    try:
        hook(types.SimpleNamespace(**told, err_msg=message, object=None))
    except kernel.RunOver:
        raise
    except BaseException as failure:
        failure.__traceback__ = failure.__traceback__.tb_next
        failure.__context__ = None
        _print(failure, f"Exception ignored in sys.unraisablehook: {hook!r}")


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
