"""The files of the program, and the texts that its child processes run, numbered as they come up."""

from . import kernel, values

LINES = 2**20
_MOST_FILES = 1_000
_LONGEST_SOURCE = 4_000_000
"""As ``MOST_LINES``, ``MOST_FILES`` and ``LONGEST_PROSE`` in ``src/trace/fields.ts``."""

_numbers = {}


def number_of(name, source):
    """The number of a file; at first sight it is given one and recorded with its text.

    None for those that are too many. File 0 is the program's first, and has it from elsewhere.
    """
    key = name, source
    number = _numbers.get(key)
    if number is None and len(_numbers) < _MOST_FILES - 1:
        number = _numbers[key] = len(_numbers) + 1
        shown = None if source is None or len(source) > _LONGEST_SOURCE else source
        kernel.recorder.file_seen(number, values.text(name), shown)
    return number


def location(file, line):
    """A place in a file as one number; see ``encodeLocation`` in ``src/trace/encoding.ts``."""
    if file is None or line is None or not 0 < line < LINES:
        return None
    return file * LINES + line
