"""One Python program, from its first line to its last words, as the interpreter runs it."""

import atexit
import gc
import sys
import threading
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
        exec(code, module.__dict__)
    except kernel.RunOver:
        raise
    except SystemExit as exit_:
        return _exit_status(exit_.code), None
    except BaseException as error:
        _print_uncaught(error)
        status = 130 if isinstance(error, KeyboardInterrupt) else 1
        return status, (_type_name(error), _message(error), _location_of(error))
    return 0, None


def _exit_status(code) -> int:
    """As ``handle_system_exit`` in Python/pythonrun.c."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _print_uncaught(error):
    """The traceback as the interpreter prints it: without the frames of this file."""
    error.__traceback__ = _below_this_file(error.__traceback__)
    sys.excepthook(type(error), error, error.__traceback__)


def _below_this_file(tb):
    while tb is not None and tb.tb_frame.f_code.co_filename == __file__:
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


def finalize(module):
    """What ``Py_FinalizeEx`` does that a program can see: threads, exit handlers, last words.

    Coroutines that nobody awaited and tasks that nobody finished say so when they are collected.
    False if what was left to print could not be.
    """
    threading._shutdown()
    atexit._run_exitfuncs()
    namespace = module.__dict__
    for hidden in (True, False):
        for key in list(namespace):
            if key != "__builtins__" and key.startswith("_") is hidden and not key.startswith("__"):
                namespace[key] = None
    gc.collect()
    return _flush("stdout") and _flush("stderr")


def _flush(name):
    stream = getattr(sys, name)
    try:
        if stream is not None and not stream.closed:
            stream.flush()
    except OSError as error:
        print(f"Exception ignored while flushing sys.{name}:", file=sys.stderr)
        traceback.print_exception(error.with_traceback(None))
        return False
    return True
