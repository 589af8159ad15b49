"""Loops that do nothing but ask whether something has happened: ``while not ready.is_set(): pass``.

How often such a loop goes round makes no difference to anything, so it need not go round at all until
something is due. That a loop is such a one is read from its code: whatever it calls is known to have
no effect while it says no.
"""

import dis
import queue
import threading
from asyncio import futures, locks
from concurrent.futures import Future

from . import interrupts, kernel, tags

_ASKING = {
    *(threading.Event.is_set, threading.Thread.is_alive, locks.Event.is_set),
    *(Future.done, Future.running, Future.cancelled, futures.Future.done),
    *(queue.Queue.empty, queue.Queue.full, queue.Queue.qsize, queue.Queue.get_nowait),
    *(queue._PySimpleQueue.empty, queue._PySimpleQueue.qsize, queue._PySimpleQueue.get_nowait),
}


def is_polling(frame) -> bool:
    """Whether the innermost frame that is neither the library's nor ours stands in such a loop."""
    while frame is not None and _is_of_library(frame):
        frame = frame.f_back
    was_exempt = kernel.exempt(True)
    try:
        return frame is not None and _polls(frame)
    except Exception:
        # A program makes code that no compiler would, and objects that answer with errors.
        return False
    finally:
        kernel.exempt(was_exempt)


def _is_of_library(frame):
    return frame.f_code.co_filename.startswith(interrupts.LIBRARY)


def _polls(own):
    instructions = [each for each in dis.get_instructions(own.f_code) if each.opname not in _NOTHING]
    at = sum(each.offset <= own.f_lasti for each in instructions) - 1
    body = _innermost_loop(_Flow(own.f_code, instructions), at)
    return bool(body) and _only_asks([instructions[index] for index in body], own)


_NOTHING = {"NOP", "EXTENDED_ARG", "CACHE", "NOT_TAKEN", "RESUME"}


class _Flow:
    """Which instruction can come before which, by their indices."""

    def __init__(self, code, instructions):
        self._index = {}
        for index, each in reversed(list(enumerate(instructions))):
            self._index[each.offset] = index
        self._offsets = sorted(self._index)
        self.before = {}
        self.jumps_back = []
        for index, each in enumerate(instructions):
            if each.opname not in _GOES_NOWHERE_ELSE:
                self._goes(index, index + 1)
            if each.jump_target is not None:
                target = self._at(each.jump_target)
                self._goes(index, target)
                if target <= index:
                    self.jumps_back.append((index, target))
        for start, end, target, *_ in dis._parse_exception_table(code):
            for index, each in enumerate(instructions):
                if start <= each.offset < end:
                    self._goes(index, self._at(target))

    def _at(self, offset):
        """The instruction at an offset, or the next one that does anything."""
        return self._index[next(each for each in self._offsets if each >= offset)]

    def _goes(self, index, to):
        self.before.setdefault(to, []).append(index)


_GOES_NOWHERE_ELSE = {
    *("JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT"),
    *("RETURN_VALUE", "RAISE_VARARGS", "RERAISE"),
}


def _innermost_loop(flow, at):
    """The indices of the smallest loop that holds ``at``; nothing where there is none."""
    loops = [_loop(flow, last, first) for last, first in flow.jumps_back]
    return min((loop for loop in loops if at in loop), key=len, default=())


def _loop(flow, last, first):
    """All that can come to the jump back without passing by the beginning."""
    found, pending = {first}, [last]
    while pending:
        index = pending.pop()
        if index not in found:
            found.add(index)
            pending += flow.before.get(index, ())
    return sorted(found)


def _only_asks(instructions, frame) -> bool:
    method = value = None
    for each in instructions:
        match each.opname:
            case "LOAD_NAME" | "LOAD_GLOBAL" | "LOAD_FAST" | "LOAD_FAST_BORROW" | "LOAD_DEREF" | "LOAD_FAST_CHECK":
                value = _value_of(each.argval, frame)
            case "LOAD_ATTR":
                method = _method_of(value, each.argval)
                value = tags.get(value, "__dict__", {}).get(each.argval)
            case "CALL":
                if each.arg != 0 or method not in _ASKING:
                    return False
                method = None
            case name if name not in _WITHOUT_EFFECT:
                return False
    return True


def _value_of(name, frame):
    return frame.f_locals[name] if name in frame.f_locals else frame.f_globals.get(name)


def _method_of(value, name):
    """The function that is a method of that name, without asking the object or running any code."""
    if value is None or name in tags.get(value, "__dict__", {}):
        return None
    return next((vars(kind)[name] for kind in type(value).__mro__ if name in vars(kind)), None)


_WITHOUT_EFFECT = {
    *("LOAD_CONST", "LOAD_SMALL_INT", "PUSH_NULL", "POP_TOP", "POP_ITER", "COPY", "SWAP", "TO_BOOL"),
    *("UNARY_NOT", "IS_OP", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_FALSE", "POP_JUMP_IF_NONE"),
    *("POP_JUMP_IF_NOT_NONE", "JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT"),
    *("PUSH_EXC_INFO", "CHECK_EXC_MATCH", "POP_EXCEPT", "RERAISE"),
}


def install() -> None:
    interrupts.is_spinning = is_polling
