"""How a stack of Python waits for a promise of JavaScript's, and nothing of the program's is called."""

import asyncio

from pyodide.ffi import run_sync


def wait_for(promise):
    """Pyodide's ``run_sync`` asks ``asyncio.ensure_future`` for a future first; a promise is as good.

    A task of Pyodide's own loop would have a number of the program's, and a program may have replaced
    any part of what makes one.
    """
    before = _asyncio.get("ensure_future", _NOTHING)

    def ensure_future(awaited, *, loop=None):
        if awaited is not promise:
            return before(awaited, loop=loop)
        if before is _NOTHING:
            del _asyncio["ensure_future"]
        else:
            _asyncio["ensure_future"] = before
        return promise

    _asyncio["ensure_future"] = ensure_future
    return run_sync(promise)


_asyncio = vars(asyncio)

_NOTHING = object()
