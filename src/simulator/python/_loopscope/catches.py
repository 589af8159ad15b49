"""Where the program catches CancelledError and goes on.

CPython tells of exceptions in all code or in none. So it is switched on only while a task that was
asked to stop has not yet run its next step, the one into which the exception is thrown.
"""

import builtins
import dis
import itertools
import types
from asyncio import exceptions, tasks

from . import agents, kernel, monitoring, places
from .observing import observed

expected = set()
"""The numbers of tasks that were asked to stop, and have not run since."""

deliveries = {}
"""By the number of the task whose step is under way."""


class _Delivery:
    """What became of the CancelledError in one step. It is known by its address: not kept alive."""

    caught = None
    """The address of the exception, of the handler's code, and the handler."""


def expect(number: int) -> None:
    if not expected:
        monitoring.switch_exceptions(True)
    expected.add(number)


def step_begins(number: int) -> None:
    expected.discard(number)
    deliveries[number] = _Delivery()


@observed
def step_ended(number: int, task) -> None:
    """The step into which the exception was thrown is over; was the task cancelled by it?"""
    caught = deliveries.pop(number).caught
    if not expected and not deliveries:
        monitoring.switch_exceptions(False)
    if caught is not None and not tasks.Task.cancelled(task) and not caught.is_undecided(task):
        kernel.recorder.cancel_caught(number, caught.location)


class _Caught:
    def __init__(self, error, code, handler):
        self.error = error
        self.code = code
        self.is_with = handler.is_with
        self.is_async = handler.is_async
        self.line = handler.line
        self.location = places.at(code, handler.line)

    def is_undecided(self, task) -> bool:
        """Whether the task waits in the ``__aexit__`` that has the exception, and may let it out yet."""
        frames = places.awaited_frames(tasks.Task.get_coro(task)) if self.is_async else ()
        return any(frame.f_code is self.code and frame.f_lineno == self.line for frame in frames)


def _delivery():
    task = agents.running_task()
    return None if task is None else deliveries.get(agents.number_of(task))


def _is_cancellation(error) -> bool:
    return issubclass(type(error), exceptions.CancelledError)


def _handled(frame, offset, error):
    delivery = _delivery()
    code = frame.f_code
    if delivery is None or not _is_cancellation(error) or not places.is_program(code):
        return
    if delivery.caught is None or delivery.caught.error == id(error):
        handler = _handler_at(frame, offset, type(error))
        delivery.caught = handler and _Caught(id(error), code, handler)


def _reraised(frame, offset, error):
    delivery = _delivery()
    if delivery is None or delivery.caught is None:
        return
    # A timeout lets another exception out of its block in place of this one: it is no handler.
    caught = delivery.caught
    if _is_cancellation(error) or caught.is_with and caught.code is frame.f_code:
        delivery.caught = None


def _raised(frame, offset, error):
    if _is_cancellation(error):
        _reraised(frame, offset, error)


# Handlers


class _Handler:
    def __init__(self, line, *, is_with=False, is_async=False):
        self.line = line
        self.is_with = is_with
        self.is_async = is_async


def _handler_at(frame, offset, kind):
    """The clause that takes an exception of that kind; None for a ``finally``, which takes none.

    What stands at the offset is one handler for all clauses of a ``try``. Their expressions are
    looked up as CPython does it, as far as that runs none of the program's code.
    """
    instructions = _instructions(frame.f_code)
    at = next(index for index, found in enumerate(instructions) if found.offset == offset)
    at += 1
    if _is_with(instructions[at : at + 3]):
        is_async = any(found.opname == "GET_AWAITABLE" for found in instructions[at : at + 4])
        return _Handler(_line_at(instructions, at), is_with=True, is_async=is_async)
    first = _line_at(instructions, at)
    while True:
        if instructions[at].opname == "POP_TOP":
            return _Handler(_line_at(instructions, at))
        clause = list(itertools.takewhile(_is_of_expression, instructions[at:]))
        at += len(clause)
        if instructions[at].opname != "CHECK_EXC_MATCH":
            return None
        wanted = _evaluate(clause, frame)
        if wanted is None:
            return _Handler(first)
        if any(base is one for base in kind.__mro__ for one in _flat(wanted)):
            return _Handler(clause[0].positions.lineno)
        target = instructions[at + 1].jump_target
        at = next(index for index, found in enumerate(instructions) if found.offset == target)


def _instructions(code):
    return [found for found in dis.get_instructions(code) if found.opname not in _NOTHING]


_NOTHING = ("EXTENDED_ARG", "NOT_TAKEN", "NOP", "CACHE")


def _is_with(instructions) -> bool:
    return any(found.opname == "WITH_EXCEPT_START" for found in instructions)


def _line_at(instructions, at):
    lines = (found.positions.lineno for found in instructions[at:])
    return next(filter(None, lines), None)


def _is_of_expression(instruction) -> bool:
    return instruction.opname.startswith("LOAD_") or instruction.opname == "BUILD_TUPLE"


def _evaluate(instructions, frame):
    """The value of a name, an attribute of a module, or a tuple of such; None if it is another."""
    stack = []
    for instruction in instructions:
        name = instruction.argval
        if instruction.opname == "BUILD_TUPLE":
            stack[-name:] = [tuple(stack[-name:])]
        elif instruction.opname == "LOAD_ATTR":
            module = stack.pop()
            stack.append(vars(module).get(name) if type(module) is types.ModuleType else None)
        elif type(name) is str:
            scopes = (frame.f_locals, frame.f_globals, vars(builtins))
            stack.append(next((scope[name] for scope in scopes if name in scope), None))
        else:
            return None
    value = stack[0] if len(stack) == 1 else None
    return None if any(one is None for one in _flat(value)) else value


def _flat(value):
    return value if type(value) is tuple else (value,)


def install() -> None:
    monitoring.watch_exceptions(_handled, _reraised, _raised)
