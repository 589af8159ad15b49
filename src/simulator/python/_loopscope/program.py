"""Runs one program as ``python main.py`` does, from its first line to the interpreter's end."""

import asyncio
import atexit
import gc
import linecache
import os
import random
import sys
import threading
import traceback
import types

from . import blocking, console, kernel, network, threads, tracing

HOME = "/home/learner"
"""The program's folder: in memory, its own, and gone after the run."""


def run(bridge, source, name, args, seed):
    """Run ``source`` and tell the recorder how it ended."""
    kernel.attach(bridge)
    asyncio._set_running_loop(None)
    tracing.PROGRAM_FILE = name
    _prepare(source, name, args, seed)
    module = types.ModuleType("__main__")
    module.__file__ = f"{HOME}/{name}"
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    try:
        status, error = _execute(source, name, module)
        _finalize(module)
    except kernel.RunOver:
        return
    kernel.recorder.exited(status, *(error or (None, None, None)))


def _prepare(source, name, args, seed):
    """Every run begins alike: same folder, same arguments, same random numbers, clean streams."""
    os.makedirs(HOME, exist_ok=True)
    os.chdir(HOME)
    with open(name, "w", encoding="utf-8") as file:
        file.write(source)
    lines = source.splitlines(keepends=True)
    linecache.cache[name] = (len(source), None, lines, name)
    sys.argv = [name, *args]
    random.seed(seed)
    console.install()


def install():
    """What every run needs and no run changes: part of the boot image."""
    kernel.keep_host_loop()
    blocking.install()
    threads.install()
    network.install()
    # Only now can it be imported: it builds upon the selectors that the network brings about.
    from . import event_loop

    event_loop.install()
    sys.excepthook = sys.__excepthook__


def _execute(source, name, module):
    """The exit status and, if an exception ended the program, its type, message and line."""
    try:
        exec(compile(source, name, "exec", dont_inherit=True), module.__dict__)
    except kernel.RunOver:
        raise
    except SystemExit as exit_:
        return _exit_status(exit_.code), None
    except BaseException as error:
        _print_uncaught(error)
        status = 130 if isinstance(error, KeyboardInterrupt) else 1
        return status, (_type_name(error), _message(error), _line_of(error, name))
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
    return str(error) if not isinstance(error, SyntaxError) else str(error.msg)


def _line_of(error, name):
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == name), None)


def _finalize(module):
    """What ``Py_FinalizeEx`` does that a program can see: threads, exit handlers, last words.

    Coroutines that nobody awaited and tasks that nobody finished say so when they are collected.
    """
    threading._shutdown()
    atexit._run_exitfuncs()
    namespace = module.__dict__
    for hidden in (True, False):
        for key in list(namespace):
            if key != "__builtins__" and key.startswith("_") is hidden and not key.startswith("__"):
                namespace[key] = None
    gc.collect()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()
