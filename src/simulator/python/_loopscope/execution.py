"""One Python program, from its first line to its last words, as the interpreter runs it."""

import sys
import traceback

from . import kernel, monitoring, observing, places
from .tracebacks import words_of


def execute(code, name, module):
    """Run source text, or code, as the interpreter runs ``__main__``.

    The exit status and, if an exception ended the program, its type, message and location.
    """
    try:
        if isinstance(code, str):
            code = compile(code, name, "exec", dont_inherit=True)
        if observing.enabled:
            monitoring.watch_program(code)
        kernel.begin_depth()
        exec(code, module.__dict__)
    except kernel.RunOver:
        raise
    except SystemExit as exit_:
        return _exit_status(exit_.code), None
    except BaseException as error:
        status = 130 if isinstance(error, KeyboardInterrupt) else 1
        told = _type_name(error), _message(error), _location_of(error)
        try:
            print_uncaught(error)
        except SystemExit as exit_:
            return _exit_status(exit_.code), None
        return status, told
    return 0, None


def _exit_status(code) -> int:
    """As ``parse_exit_code`` in Python/pythonrun.c."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    stream = getattr(sys, "stderr", None) or sys.__stderr__
    for words in (code, "\n"):
        try:
            stream.write(str(words))
        except Exception:
            pass
    return 1


def print_uncaught(error):
    """``_PyErr_PrintEx``: by the hook, and where that fails, its failure before the exception.

    Without the frames of this file. :raises SystemExit: where the hook does.
    """
    error.__traceback__ = _below_this_file(error.__traceback__)
    if not hasattr(sys, "excepthook"):
        _print("sys.excepthook is missing\n", error)
        return
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except SystemExit:
        raise
    except BaseException as failure:
        failure.__traceback__ = _below_this_file(failure.__traceback__)
        failure.__context__ = None
        _print("Error in sys.excepthook:\n", failure)
        _print("\nOriginal exception was:\n", error)


def _print(heading, error):
    """On stderr, where there is one that takes it."""
    stream = getattr(sys, "stderr", None)
    if stream is None:
        return
    try:
        stream.write(heading)
        traceback.print_exception(error, file=stream)
    except Exception:
        pass


def _below_this_file(tb):
    while tb is not None and tb.tb_frame.f_globals is globals():
        tb = tb.tb_next
    return tb


def _type_name(error) -> str:
    kind = type(error)
    if kind.__module__ in ("builtins", "__main__"):
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}"


def _message(error) -> str:
    return str(error.msg) if isinstance(error, SyntaxError) else words_of(error)


def _location_of(error):
    if isinstance(error, SyntaxError):
        return places.at_line(error.filename, error.lineno)
    _, location = places.origin_of(error)
    return location
