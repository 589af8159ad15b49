"""What happens at every step, written into memory that the host reads.

A call to the host costs as much as a step of a task does. These events come by the hundred thousand,
so they are written down here and read by ``engine/step-log.ts`` whenever anything else is told, and
before the clock moves or another thread runs. An entry is an event in the trace's own encoding
(``src/trace/codec.ts``) without its time: the number of its kind and its fields, all of them doubles.
"""

import array
import struct
from typing import NamedTuple

from . import kernel

_WORDS = 4096
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

_pack_2 = struct.Struct("2d").pack_into
_pack_3 = struct.Struct("3d").pack_into
_pack_6 = struct.Struct("6d").pack_into

_HOW_RETURNED = 0
"""The first of the choices of ``how`` in the schema."""

_texts = {}
"""The numbers of texts, the names of calls."""


class Wait(NamedTuple):
    """``WAIT_FIELDS`` of ``src/trace/schema.ts``, in their order."""

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
    global _READY, _BEGAN, _ENDED, _RETURNED, _LINE, _PARKED, _BLOCKING
    _READY, _BEGAN, _ENDED, _RETURNED, _LINE, _PARKED, _BLOCKING = map(
        kernel.recorder.number_of_kind,
        (
            *("task-ready", "step-began", "step-ended", "task-finished"),
            *("line", "parked", "blocking-began"),
        ),
    )
    address = words.buffer_info()[0]
    kernel.recorder.open_step_log(address, address + 8 * OWN_WORK)


def _rewind():
    global _at
    kernel.recorder.rewind_step_log()
    _at = 0


def ready(task, by):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_3(words, _at, _READY, task, by)
    _at += 24


def began(task):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_2(words, _at, _BEGAN, task)
    _at += 16


def ended(task):
    """The step is over, and so is the task."""
    global _at
    if _at > _LAST:
        _rewind()
    _pack_3(words, _at, _ENDED, task, NONE)
    _at += 24


def returned(task):
    """A task has returned None: the commonest of all ends."""
    global _at
    if _at > _LAST:
        _rewind()
    nothing = _texts[""] if "" in _texts else _number_of("")
    _pack_6(words, _at, _RETURNED, task, _HOW_RETURNED, nothing, NONE, NONE)
    _at += 48


def slept(task, location, until_ns):
    """The step is over, and the task is in ``sleep``: the commonest wait of all."""
    global _at
    if _at > _LAST:
        _rewind()
    call = _texts["sleep"] if "sleep" in _texts else _number_of("sleep")
    _pack_6(words, _at, _ENDED, task, _SLEEP, location, call, until_ns)
    _at += 48


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
    _pack_3(words, _at, _LINE, location, by)
    _at += 24


def _write_wait(kind, subject, wait):
    global _at
    if _at > _LAST:
        _rewind()
    mask, bit = 0, 1
    numbers = [kind, subject, 0]
    for value in wait:
        if value is not None:
            mask |= bit
            if type(value) is int:
                numbers.append(value)
            elif type(value) is str:
                numbers.append(_texts[value] if value in _texts else _number_of(value))
            else:
                named = value[:MOST_LISTED]
                numbers.append(len(named))
                numbers += named
        bit <<= 1
    numbers[2] = mask
    struct.pack_into(f"{len(numbers)}d", words, _at, *numbers)
    _at += 8 * len(numbers)


def _number_of(text):
    number = _texts[text] = len(_texts)
    kernel.recorder.name_text(number, text)
    return number
