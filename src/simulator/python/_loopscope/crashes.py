"""What ``faulthandler`` has to crash the interpreter by: its process ends by the signal, and no other.

All processes share one interpreter, which must not really crash.
"""

import faulthandler
import signal

from . import kernel

_SIGNALS = {
    "_read_null": signal.SIGSEGV,
    "_sigabrt": signal.SIGABRT,
    "_sigfpe": signal.SIGFPE,
    "_sigsegv": signal.SIGSEGV,
    "_stack_overflow": signal.SIGSEGV,
}


def _crashing(name, number):
    def crash(*args):
        kernel.process.end(int(number))

    crash.__name__ = crash.__qualname__ = name
    crash.__module__ = "faulthandler"
    return crash


def install() -> None:
    for name, number in _SIGNALS.items():
        setattr(faulthandler, name, _crashing(name, number))
