"""Whether a program throws away the value of an ``await``, by the code that follows it."""

import dis
from asyncio import tasks

from . import places


def chain_of(coroutine):
    """The frames of a suspended coroutine and of what it awaits, from the innermost outwards."""
    return list(places.awaited_frames(coroutine))[::-1]


def is_dropped(chain) -> bool:
    """Whether the value that the innermost frame waits for is used by none of the frames."""
    for frame in chain:
        if not places.is_program(frame.f_code):
            if frame.f_code is not tasks.wait_for.__code__:
                return False
            continue
        after = _after_await(frame)
        match after and after.opname:
            case "POP_TOP":
                return True
            case "STORE_FAST":
                return _is_never_read(frame.f_code, after.argval)
            case "RETURN_VALUE":
                continue
            case _:
                return False
    return False


def _after_await(frame):
    """The instruction that takes the value. An ``await`` ends at ``END_SEND``."""
    found = iter(dis.get_instructions(frame.f_code))
    for instruction in found:
        if instruction.offset > frame.f_lasti and instruction.opname == "END_SEND":
            return next((next_ for next_ in found if next_.opname not in ("NOP", "EXTENDED_ARG")), None)
    return None


_SEE_LOCALS = {"locals", "vars", "eval", "exec", "dir"}


def _is_never_read(code, name) -> bool:
    """Whether nothing in the function reads a local variable."""
    if name in code.co_cellvars or _SEE_LOCALS & set(code.co_names):
        return False
    return not any(name in _names_read(found) for found in dis.get_instructions(code))


def _names_read(instruction):
    match instruction.opname:
        case "STORE_FAST_LOAD_FAST":
            return instruction.argval[1:]
        # What a comprehension does to keep a variable of the same name.
        case "LOAD_FAST_AND_CLEAR":
            return ()
        case name if name.startswith("LOAD_FAST"):
            return instruction.argval if "_LOAD_" in name[4:] else (instruction.argval,)
        case _:
            return ()
