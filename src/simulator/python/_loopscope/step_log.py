"""What happens at every step, written into memory that the host reads.

A call to the host costs as much as a step of a task does. These events come by the hundred thousand,
so they are written down here and read by ``engine/step-log.ts`` whenever anything else is told, and
before the clock moves. An entry is its kind and its numbers, all of them doubles.
"""

import array
import struct

from . import kernel

_WORDS = 4096
_LONGEST = 7

_words = array.array("d", bytes(8 * _WORDS))
_LAST = 8 * (_WORDS - _LONGEST - 1)
"""No entry may begin after this byte. A word is left empty behind the last entry."""

_at = 0

_READY, _BEGAN, _WAITS, _ENDED, _LINE = 1, 2, 3, 4, 5
NONE = -1
"""In place of ``None``."""

_pack_2 = struct.Struct("2d").pack_into
_pack_3 = struct.Struct("3d").pack_into
_pack_7 = struct.Struct("7d").pack_into

_calls = {}
"""The numbers of the names of calls."""


def open_log():
    """Tell the host where the log is; called once, when a run begins."""
    kernel.recorder.openStepLog(_words.buffer_info()[0])


def _rewind():
    global _at
    kernel.recorder.rewindStepLog()
    _at = 0


def ready(task, by):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_3(_words, _at, _READY, task, by)
    _at += 24


def began(task):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_2(_words, _at, _BEGAN, task)
    _at += 16


def waits(task, line, call, awaited, primitive, until_ns):
    """The step is over, and the task waits: at a line, in a call, until a time; see ``Wait``."""
    global _at
    if _at > _LAST:
        _rewind()
    _pack_7(
        _words,
        _at,
        _WAITS,
        task,
        NONE if line is None else line,
        NONE if call is None else _calls[call] if call in _calls else _number_of(call),
        NONE if awaited is None else awaited,
        NONE if primitive is None else primitive,
        NONE if until_ns is None else until_ns,
    )
    _at += 56


def ended(task):
    """The step is over, and so is the task."""
    global _at
    if _at > _LAST:
        _rewind()
    _pack_2(_words, _at, _ENDED, task)
    _at += 16


def line(number, by):
    global _at
    if _at > _LAST:
        _rewind()
    _pack_3(_words, _at, _LINE, number, by)
    _at += 24


def _number_of(call):
    number = _calls[call] = len(_calls)
    kernel.recorder.nameCall(number, call)
    return number
