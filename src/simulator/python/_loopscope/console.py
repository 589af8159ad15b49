"""The program's stdout and stderr: every write reaches the recorder at its own moment."""

import io
import sys

from . import agents, kernel


class Console(io.RawIOBase):
    """A terminal for writing only. Text that is cut inside a character waits for its rest."""

    def __init__(self, stream, fd):
        self._stream = stream
        self._fd = fd
        self._pending = b""

    name = property(lambda self: f"<{self._stream}>")
    mode = "wb"

    def writable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        return self._fd

    def write(self, data):
        data = bytes(data)
        text, self._pending = _decode(self._pending + data)
        if text:
            kernel.recorder.output(self._stream, text, agents.current())
        return len(data)


def _decode(data: bytes):
    """The text of as many whole UTF-8 characters as there are, and the bytes left over."""
    try:
        return data.decode(), b""
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return data[: error.start].decode(), data[error.start :]
        return data.decode(errors="replace"), b""


def install() -> None:
    for name, fd, errors in (("stdout", 1, "strict"), ("stderr", 2, "backslashreplace")):
        stream = io.TextIOWrapper(
            Console(name, fd), encoding="utf-8", errors=errors, newline="\n", write_through=True
        )
        stream.mode = "w"
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
