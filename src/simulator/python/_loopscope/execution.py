"""One Python program, from its first line to its last words, as the interpreter runs it."""

import os
import sys
import traceback

from . import kernel, looks, monitoring, observing, places, recursion, values
from .tracebacks import words_of


INTERRUPTED = 130
"""The exit status that a shell gives to what SIGINT has ended."""


def execute(code, name, module):
    """Run source text, or code, as the interpreter runs ``__main__``.

    The exit status and, if an exception ended the program, its type, message and location.
    """
    try:
        if isinstance(code, str):
            code = compile(code, name, "exec", dont_inherit=True)
        looks.program_begins(code)
        if observing.enabled:
            monitoring.watch_program(code)
        _run(code, name, module.__dict__)
    except kernel.RunOver:
        raise
    except SystemExit as exit_:
        return exit_status(exit_), None
    except BaseException as error:
        status = INTERRUPTED if type(error) is KeyboardInterrupt else 1
        told = _type_name(error), _message(error), _location_of(error)
        try:
            print_uncaught(error)
        except SystemExit as exit_:
            return exit_status(exit_), None
        return status, told
    return 0, None


def _run(code, name, namespace):
    recursion.begin()
    try:
        exec(code, namespace)
    except kernel.RunOver:
        raise
    except BaseException:
        _flush(name)
        raise
    _flush(name)


def _flush(name):
    """``flush_io`` in Python/pythonrun.c: after what was read from a file, and nobody hears of errors."""
    if name == "<string>":
        return
    for stream in ("stderr", "stdout"):
        try:
            getattr(sys, stream).flush()
        except kernel.RunOver:
            raise
        except BaseException:
            pass


def exit_status(exit_) -> int:
    """As ``_Py_HandleSystemExitAndKeyboardInterrupt`` and ``parse_exit_code`` in Python/pythonrun.c."""
    try:
        code = exit_.code
    except kernel.RunOver:
        raise
    except BaseException:
        code = exit_
    if code is None:
        return 0
    if issubclass(type(code), int):
        number = int.__index__(code)
        is_long = -(2**63) <= number < 2**63
        return number & 0xFF if is_long else 0xFF
    stream = getattr(sys, "stderr", None)
    try:
        words = str(code)
        _write(words) if stream is None else stream.write(words)
    except kernel.RunOver:
        raise
    except BaseException:
        pass
    _say("\n")
    return 1


def print_uncaught(error):
    """``_PyErr_PrintEx``: by the hook, and where that fails, its failure before the exception.

    Without the frames of this file. :raises SystemExit: where the hook does.
    """
    _traceback.__set__(error, _below_this_file(_traceback.__get__(error)))
    hook = getattr(sys, "excepthook", _MISSING)
    if hook is _MISSING:
        _say("sys.excepthook is missing\n")
        _display(error)
        return
    first = getattr(sys, "__stderr__", None)
    if hook is _OF_CPYTHON and (_is_gone(first) or getattr(sys, "stderr", _MISSING) is not first):
        # CPython's own would lose what goes past Python's streams.
        _display(error)
        return
    try:
        hook(type(error), error, _traceback.__get__(error))
    except SystemExit:
        raise
    except BaseException as failure:
        _traceback.__set__(failure, _below_this_file(_traceback.__get__(failure)))
        BaseException.__context__.__set__(failure, None)
        _say("Error in sys.excepthook:\n")
        _display(failure)
        _say("\nOriginal exception was:\n")
        _display(error)


def _is_gone(stream):
    try:
        return stream is None or bool(stream.closed)
    except kernel.RunOver:
        raise
    except BaseException:
        return False


_MISSING = object()

_OF_CPYTHON = sys.__excepthook__

_traceback = BaseException.__traceback__
"""A program's kind of exception may have another attribute of that name."""


def _say(words):
    """``PySys_WriteStderr``: on the first stderr where the one that there is does not take it."""
    try:
        sys.stderr.write(words)
    except kernel.RunOver:
        raise
    except BaseException:
        _write(words)


def _write(words):
    """To the descriptor itself, as C does it; whoever has closed that hears nothing."""
    try:
        os.write(2, words.encode(errors="backslashreplace"))
    except OSError:
        pass


def _display(error):
    """``PyErr_DisplayException``."""
    stream = getattr(sys, "stderr", _MISSING)
    if stream is None:
        return
    try:
        if stream is _MISSING:
            raise AttributeError("stderr")
        traceback.print_exception(error, file=stream)
    except kernel.RunOver:
        raise
    except BaseException:
        _dump(error)


def _dump(error):
    """``_PyObject_Dump``: of an exception that nobody else could be told of."""
    kind = type(error)
    for label, value in (
        ("address  ", hex(id(error))),
        ("refcount ", sys.getrefcount(error) - 2),
        ("type     ", hex(id(kind))),
        ("type name", values.name_of_type(error)),
        ("repr     ", _repr(error)),
    ):
        _write(f"object {label}: {value}\n")
    _write("lost sys.stderr\n")


def _repr(error):
    try:
        return repr(error)
    except kernel.RunOver:
        raise
    except BaseException:
        return ""


def _below_this_file(tb):
    while tb is not None and tb.tb_frame.f_globals is globals():
        tb = tb.tb_next
    return tb


def _type_name(error) -> str:
    name = _qualified_name(type(error))
    try:
        module = _module(type(error))
    except AttributeError:
        module = None
    if type(module) is not str:
        module = "<unknown>"
    return values.text(name if module in ("builtins", "__main__") else f"{module}.{name}")


# CPython's own ways to look, which run nothing of a program's: that may have attributes of these names.
_module, _qualified_name = (vars(type)[name].__get__ for name in ("__module__", "__qualname__"))


def _message(error) -> str:
    return values.text(words_of(SyntaxError.msg.__get__(error) if _is_of_syntax(error) else error))


def _is_of_syntax(error) -> bool:
    return issubclass(type(error), SyntaxError)


def _location_of(error):
    if _is_of_syntax(error):
        file, line = SyntaxError.filename.__get__(error), SyntaxError.lineno.__get__(error)
        return places.at_line(file, line) if type(file) is str and type(line) is int else None
    _, location = places.origin_of(error)
    return location
