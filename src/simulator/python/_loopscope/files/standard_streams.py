"""A process's first three descriptors, and Python's streams upon them: ``sys.stdin`` and its kin."""

import io
import sys

from .. import kernel
from .descriptor_file import DescriptorFile
from .open_files import GivenInput, Keyboard, Terminal


def open_standard(table) -> None:
    """Give the main program its three: a page has no keyboard, and shows both outputs."""
    for fd, file in enumerate((Keyboard(), Terminal("stdout"), Terminal("stderr"))):
        _set(table, fd, file)


def give_input(data) -> None:
    """Have the main program read this, before its streams are opened."""
    if data:
        _set(kernel.process.descriptors, 0, GivenInput(data))


def _set(table, fd, file) -> None:
    table.set(fd, file)
    table.inheritable.add(fd)


def open_streams(encoding="utf-8", errors=None, unbuffered=False) -> None:
    """As ``create_stdio`` in Python/pylifecycle.c makes them."""
    for fd, name, mode, how in (
        (0, "stdin", "r", errors or "strict"),
        (1, "stdout", "w", errors or "strict"),
        (2, "stderr", "w", "backslashreplace"),
    ):
        stream = _open_stream(fd, name, mode, encoding, how, unbuffered)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _open_stream(fd, name, mode, encoding, errors, unbuffered):
    file = kernel.process.descriptors.get(fd)
    if file is None:
        return None
    direct = mode == "w" and (unbuffered or file.is_terminal)
    raw = (DescriptorFile if unbuffered or not direct else _TerminalOutput)(fd, f"{mode}b", False)
    raw.name = f"<{name}>"
    stream = io.TextIOWrapper(
        raw if direct else raw.wrapped(False, -1, None, None, None),
        encoding=encoding,
        errors=errors,
        newline=None if mode == "r" else "\n",
        line_buffering=fd == 2,
        write_through=direct,
    )
    stream.mode = mode
    return stream


_MOST_FRAMES = 10
"""More than there are of ours below :meth:`_TerminalOutput.write`."""


class _TerminalOutput(DescriptorFile):
    """Nothing is held back in a buffer, so both outputs keep their order.

    But what could not be written is tried again at the next flush, as CPython's buffer does.
    """

    _unwritten = b""

    def write(self, data):
        try:
            file = self.open_file()
            if not file.is_terminal:
                return super().write(data)
            kernel.settle()
            return file.write(data)
        except OSError:
            self._unwritten = bytes(data)
            raise
        except RecursionError:
            # CPython has no frames here, so it prints as deep as it gets.
            kernel.discount_frames(_MOST_FRAMES)
            try:
                return self.write(data)
            finally:
                kernel.discount_frames(-_MOST_FRAMES)

    def flush(self):
        super().flush()
        if self._unwritten:
            self.write(self._unwritten)
            self._unwritten = b""


_TerminalOutput.__name__ = "FileIO"
_TerminalOutput.write.__code__ = _TerminalOutput.write.__code__.replace(co_qualname="write")
