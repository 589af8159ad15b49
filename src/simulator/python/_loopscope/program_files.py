"""The files of the program, and the texts that its child processes run, numbered as they come up."""

from . import kernel

_LINES = 1 << 20
"""``MOST_LINES`` in ``src/trace/fields.ts``."""

_numbers = {}


def number_of(name, source) -> int:
    """The number of a file; at first sight it is given one and recorded with its text."""
    key = name, source
    number = _numbers.get(key)
    if number is None:
        number = _numbers[key] = len(_numbers) + 1
        kernel.recorder.file_seen(number, name[:1000], source)
    return number


def location(number, line) -> int:
    """A place in a file as one number; see ``encodeLocation`` in ``src/trace/codec.ts``."""
    return number * _LINES + line
