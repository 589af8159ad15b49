"""One Python program, from its first line to its last words, as the interpreter runs it."""

import sys
import traceback

from . import kernel, monitoring, observing, places, recursion
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
        recursion.begin()
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
    hook = getattr(sys, "excepthook", _MISSING)
    if hook is _MISSING:
        _say("sys.excepthook is missing\n")
        _display(error)
        return
    if hook is sys.__excepthook__ and getattr(sys, "stderr", _MISSING) is not sys.__stderr__:
        # CPython's own would lose what goes past Python's streams.
        _display(error)
        return
    try:
        hook(type(error), error, error.__traceback__)
    except SystemExit:
        raise
    except BaseException as failure:
        failure.__traceback__ = _below_this_file(failure.__traceback__)
        failure.__context__ = None
        _say("Error in sys.excepthook:\n")
        _display(failure)
        _say("\nOriginal exception was:\n")
        _display(error)


_MISSING = object()


def _say(words):
    """``PySys_WriteStderr``: on the first stderr where the one that there is does not take it."""
    try:
        sys.stderr.write(words)
    except Exception:
        sys.__stderr__.write(words)


def _display(error):
    """``PyErr_DisplayException``."""
    stream = getattr(sys, "stderr", _MISSING)
    if stream is None:
        return
    try:
        if stream is _MISSING:
            raise AttributeError("stderr")
        traceback.print_exception(error, file=stream)
    except Exception:
        _dump(error)


def _dump(error):
    """``_PyObject_Dump``: of an exception that nobody else could be told of."""
    kind = type(error)
    for label, value in (
        ("address  ", hex(id(error))),
        ("refcount ", sys.getrefcount(error) - 2),
        ("type     ", hex(id(kind))),
        ("type name", kind.__name__),
        ("repr     ", _repr(error)),
    ):
        sys.__stderr__.write(f"object {label}: {value}\n")
    sys.__stderr__.write("lost sys.stderr\n")


def _repr(error):
    try:
        return repr(error)
    except Exception:
        return ""


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
