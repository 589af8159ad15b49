"""What happens at every step, written into memory that the host reads.

A call to the host costs as much as a step of a task does. These events come by the hundred thousand,
so they are written down here and read by ``engine/step-log.ts`` whenever anything else is told, and
before the clock moves or another thread runs. An entry is an event in the trace's own encoding
(``src/trace/encoding.ts``), all of it doubles: the number of its kind, 0 for the time since the event
before, and its fields.
"""

import array
import struct
from typing import NamedTuple

from . import kernel, moments

_WORDS = 1024
_LONGEST = 100
"""Words of the longest entry: a wait for as many tasks as are named."""

words = array.array("d", bytes(8 * (_WORDS + 2)))
_LAST = 8 * (_WORDS - _LONGEST - 1)
"""No entry may begin after this byte. A word is left empty behind the last entry."""

_at = 0

OWN_WORK = _WORDS
"""Which word says, if it is not 0, that a hook of ours runs: what it computes costs no time."""

OWN_LOOKS = _WORDS + 1
"""Which word counts how often CPython has looked for signals in hooks that are too short for that.

It looks at each call of a function and at each backward jump; see ``engine/computing.ts``.
"""

NONE = -1
"""In place of ``None``."""

MOST_LISTED = 64
"""So many tasks are named in a wait for several; ``MOST_LISTED`` in ``src/trace/fields.ts``."""

_pack_3 = struct.Struct("3d").pack_into
_pack_4 = struct.Struct("4d").pack_into
_pack_7 = struct.Struct("7d").pack_into
_pack_9 = struct.Struct("9d").pack_into

_HOW_RETURNED = 0
"""The first of the choices of ``how`` in the schema."""

_texts = {}
"""The numbers that the host gave to texts: names of calls and of coroutines, arguments."""

_TASK_NAMES = 2**40
"""From this number on, a text is the name that asyncio gives to a task; as in ``encoding.ts``."""


class Wait(NamedTuple):
    """``WAIT_FIELDS`` of ``src/trace/waits.ts``, in their order."""

    location: int | None = None
    call: str | None = None
    task: int | None = None
    tasks: list[int] | None = None
    primitive: int | None = None
    until_ns: int | None = None
    job: int | None = None
    channel: int | None = None
    server: int | None = None
    process: int | None = None
    joins: int | None = None
    coroutine: str | None = None
    runs_in: int | None = None


_SLEEP = 1 << Wait._fields.index("location") | 1 << Wait._fields.index("call") | 1 << Wait._fields.index("until_ns")


def open_log():
    """Tell the host where the log is, and learn the numbers of kinds; called when a run begins."""
    global _CREATED, _READY, _BEGAN, _ENDED, _RETURNED, _LINE, _PARKED, _BLOCKING
    _CREATED, _READY, _BEGAN, _ENDED, _RETURNED, _LINE, _PARKED, _BLOCKING = map(
        kernel.recorder.number_of_kind,
        (
            *("task-created", "task-ready", "step-began", "step-ended", "task-finished"),
            *("line", "parked", "blocking-began"),
        ),
    )
    address = words.buffer_info()[0]
    kernel.recorder.open_step_log(address, address + 8 * OWN_WORK)


def _rewind():
    global _at
    kernel.recorder.rewind_step_log()
    _at = 0


def created(task, name, coroutine, args, is_library, parent, location):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_9(
        words,
        _at,
        _CREATED,
        0,
        task,
        _task_name(name),
        _text(coroutine),
        _text(args),
        is_library,
        parent,
        NONE if location is None else location,
    )
    _at += 72


def _task_name(name):
    """Nearly every task has a name of its own: those that asyncio gives need not be told as texts."""
    digits = name[5:17]
    is_number = digits.isdecimal() and digits.isascii() and digits[0] != "0"
    if is_number and name == f"Task-{digits}":
        return _TASK_NAMES + int(digits)
    return _text(name)


def ready(task, by):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_4(words, _at, _READY, 0, task, by)
    _at += 32


def began(task):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_3(words, _at, _BEGAN, 0, task)
    _at += 24


def ended(task):
    """The step is over, and so is the task."""
    global _at
    if _at > _LAST:
        _rewind()
    _pack_4(words, _at, _ENDED, 0, task, NONE)
    _at += 32


def returned(task):
    """A task has returned None: the commonest of all ends."""
    global _at
    if _at > _LAST:
        _rewind()
    nothing = _texts[""] if "" in _texts else _text("")
    _pack_7(words, _at, _RETURNED, 0, task, _HOW_RETURNED, nothing, NONE, NONE)
    _at += 56


def slept(task, location, until_ns):
    """The step is over, and the task is in ``sleep``: the commonest wait of all."""
    global _at
    if _at > _LAST:
        _rewind()
    call = _texts["sleep"] if "sleep" in _texts else _text("sleep")
    _pack_7(words, _at, _ENDED, 0, task, _SLEEP, location, call, until_ns)
    _at += 56


def waits(task, wait):
    """The step is over, and the task waits."""
    _write_wait(_ENDED, task, wait)


def parked(agent, wait):
    """A thread that runs no loop, or a process, stands still."""
    _write_wait(_PARKED, agent, wait)


def blocking_began(by, wait):
    """A blocking call begins to hold the thread of a loop."""
    _write_wait(_BLOCKING, by, wait)


def line(location, by):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_4(words, _at, _LINE, 0, location, by)
    _at += 32


def _write_wait(kind, subject, wait):
    global _at
    if _at > _LAST:
        _rewind()
    if wait.until_ns == moments.LATEST_NS:
        wait = wait._replace(until_ns=None)
    mask, bit = 0, 1
    numbers = [kind, 0, subject, 0]
    for value in wait:
        if value is not None:
            mask |= bit
            if type(value) is int:
                numbers.append(value)
            elif type(value) is str:
                numbers.append(_text(value))
            else:
                named = value[:MOST_LISTED]
                numbers.append(len(named))
                numbers += named
        bit <<= 1
    numbers[3] = mask
    struct.pack_into(f"{len(numbers)}d", words, _at, *numbers)
    _at += 8 * len(numbers)


def _text(text):
    try:
        return _texts[text]
    except KeyError:
        number = _texts[text] = kernel.recorder.number_of_text(text)
        return number
