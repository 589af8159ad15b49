"""Which events audit hooks of the program's own are told of: not those that only our own work brings about."""

import sys

from . import tracers

_OF_INTERPRETER = {"builtins", "code", "compile", "cpython", "exec", "function", "gc", "import", "marshal", "object", "sys"}
"""How events begin that say what is done with the interpreter. Others, of files and sockets, say what a call
does that we stand in for."""

_is_looking = False


def is_of_program(event) -> bool:
    """To be asked by what CPython calls as a hook."""
    global _is_looking
    # To look is to be audited.
    if _is_looking:
        return False
    if event.partition(".")[0] not in _OF_INTERPRETER:
        return True
    _is_looking = True
    try:
        return not tracers.is_hidden(sys._getframe(2))
    finally:
        _is_looking = False
