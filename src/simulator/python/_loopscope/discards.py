"""Whether a program throws away the value of an ``await``, by the code that follows it."""

import dis
from asyncio import tasks

from . import places


def chain_of(coroutine):
    """The frames of a suspended coroutine and of what it awaits, from the innermost outwards."""
    return list(places.awaited_frames(coroutine))[::-1]


def is_dropped(chain, position=None) -> bool:
    """Whether the value that the innermost frame waits for is used by none of the frames.

    Of a list, what is said is of the item at ``position``: its value may be counted, or unpacked into
    variables of which not all are read.
    """
    for frame in chain:
        if not places.is_program(frame.f_code):
            if frame.f_code is not tasks.wait_for.__code__:
                return False
            continue
        after = _after_await(frame)
        match after[0].opname if after else None:
            case "POP_TOP":
                return True
            case "STORE_FAST":
                return _is_never_read(frame, after[0].argval)
            case "UNPACK_SEQUENCE":
                name = _unpacked_into(after, position)
                return name is not None and _is_never_read(frame, name)
            case "RETURN_VALUE":
                continue
            case _:
                return False
    return False


def _unpacked_into(after, position):
    """The local variable that takes the item at ``position``; None if it is anything else."""
    names = []
    for instruction in after[1:]:
        match instruction.opname:
            case "STORE_FAST":
                names.append(instruction.argval)
            case "STORE_FAST_STORE_FAST":
                names += instruction.argval
            case _:
                break
    count = after[0].argval
    return names[position] if position is not None and len(names) >= count > position else None


def _after_await(frame):
    """The instructions from the one that takes the value. An ``await`` ends at ``END_SEND``."""
    found = list(_instructions(frame.f_code))
    for at, instruction in enumerate(found):
        if instruction.offset > frame.f_lasti and instruction.opname == "END_SEND":
            return found[at + 1 :]
    return []


def _instructions(code):
    return (each for each in dis.get_instructions(code) if each.opname not in ("NOP", "EXTENDED_ARG"))


_SEE_LOCALS = {"locals", "vars", "eval", "exec", "dir"}


def _is_never_read(frame, name) -> bool:
    """Whether nothing in the function reads a local variable, or only how long the list in it is."""
    code = frame.f_code
    if name in code.co_cellvars or _SEE_LOCALS & set(code.co_names):
        return False
    found = list(_instructions(code))
    return all(
        _is_counted(found, at, frame)
        for at, instruction in enumerate(found)
        if name in _names_read(instruction)
    )


def _is_counted(found, at, frame) -> bool:
    """Whether the variable that is read there is given to ``len``."""
    if len(_names_read(found[at])) > 1 or not 0 < at < len(found) - 1 or "len" in frame.f_globals:
        return False
    before, after = found[at - 1], found[at + 1]
    is_len = before.opname == "LOAD_GLOBAL" and before.argval == "len"
    return is_len and after.opname == "CALL" and after.argval == 1


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
