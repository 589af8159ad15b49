"""What ``Py_FinalizeEx`` does that a program can see: threads, exit handlers, streams, last words."""

import atexit
import builtins
import gc
import sys
import threading
import types
import weakref

from . import kernel, library, unraisable

CANNOT_FLUSH = 120
"""The exit status where what was left to print could not be; as ``Py_RunMain`` says it."""


def finalize() -> bool:
    """End the interpreter. False if what was left to print could not be.

    Coroutines that nobody awaited and tasks that nobody finished say so when they are collected.
    """
    _wait_for_threads()
    atexit._run_exitfuncs()
    is_flushed = _flush_streams()
    _restore_streams()
    # What follows has no Python in it, in CPython.
    sys.settrace(None)
    sys.setprofile(None)
    _collect_modules()
    _flush_last_words()
    return is_flushed


def _wait_for_threads() -> None:
    """``wait_for_thread_shutdown`` in Python/pylifecycle.c."""
    try:
        threading._shutdown()
    except kernel.RunOver:
        raise
    except BaseException as error:
        unraisable.tell(error, "Exception ignored on threading shutdown")


def _flush_streams() -> bool:
    """``flush_std_files`` in Python/pylifecycle.c."""
    is_flushed = True
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name, None)
        if stream is None or _is_closed(stream):
            continue
        try:
            stream.flush()
        except BaseException as error:
            is_flushed = False
            if name == "stdout":
                unraisable.tell(error, "Exception ignored while flushing sys.stdout")
    return is_flushed


def _flush_last_words() -> None:
    """CPython has let go of both streams by now; they flush as they die, and nobody hears of errors."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass


def _is_closed(stream) -> bool:
    try:
        return bool(stream.closed)
    except BaseException:
        return False


def _restore_streams() -> None:
    """``finalize_modules_delete_special``: last words go to the streams that there were at first."""
    for name in ("stdin", "stdout", "stderr"):
        setattr(sys, name, getattr(sys, f"__{name}__", None))


def _collect_modules() -> None:
    """``finalize_modules``: what nobody holds is collected with its globals as they are.

    Only what is held by something that stays loses them, one by one.
    """
    modules = []
    if type(sys.modules) is not dict:
        return
    for name in library.names_of_others():
        module = sys.modules.pop(name)
        if issubclass(type(module), types.ModuleType):
            modules.append(weakref.ref(module))
    module = None
    _collect()
    for reference in modules:
        module = reference()
        if module is not None:
            _clear(_contents(module))
    _collect()


_contents = vars(types.ModuleType)["__dict__"].__get__


def _clear(namespace) -> None:
    """``_PyModule_ClearDict``: first the names with one underscore, then all but ``__builtins__``."""
    for hidden in (True, False):
        for key in list(namespace):
            if type(key) is not str:
                continue
            is_hidden = key[:1] == "_" and key[1:2] != "_"
            if is_hidden if hidden else key != "__builtins__":
                namespace[key] = None


def _collector():
    """Collects from no place in any file, which warnings and tracebacks call ``<sys>:0``."""
    code = (lambda: collect()).__code__.replace(co_filename="<sys>", co_firstlineno=0)  # noqa: F821
    namespace = {"collect": gc.collect, "__name__": "sys", "__builtins__": builtins}
    return types.FunctionType(code, namespace)


_collect = _collector()
