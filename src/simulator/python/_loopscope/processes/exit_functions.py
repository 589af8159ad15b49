"""``atexit`` for a process that shares the interpreter: its own list of functions."""

import sys
import traceback

from .. import kernel


class ExitFunctions:
    """The functions that one process has registered; the methods replace ``atexit``'s own."""

    def __init__(self):
        self._entries = []

    def register(self, func, /, *args, **kwargs):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self._entries.append((func, args, kwargs))
        return func

    def unregister(self, func, /):
        self._entries = [entry for entry in self._entries if entry[0] != func]

    def _clear(self):
        self._entries.clear()

    def _ncallbacks(self):
        return len(self._entries)

    def _run_exitfuncs(self):
        """Call all, the last one first. What one raises is reported and stops no other."""
        while self._entries:
            func, args, kwargs = self._entries.pop()
            try:
                func(*args, **kwargs)
            except kernel.RunOver:
                raise
            except BaseException as error:
                print(f"Exception ignored in atexit callback {func!r}:", file=sys.stderr)
                traceback.print_exception(error)
