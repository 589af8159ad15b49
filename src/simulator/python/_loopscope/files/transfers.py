"""Reading and writing as ``os.read`` and ``os.write`` do it: waiting, unless told not to."""

from .. import kernel
from ..network.readiness import IN, OUT


def read(description, limit) -> bytes:
    """``os.read``: waits for the first bytes unless the description is non-blocking."""
    return _when_possible(description, IN, description.read, limit)


def write(description, data) -> int:
    """``os.write``: waits until all is written unless the description is non-blocking."""
    view = memoryview(data).cast("B")
    written = 0
    while True:
        try:
            written += _when_possible(description, OUT, description.write, view[written:])
        except BlockingIOError:
            if not written:
                raise
            return written
        if written >= len(view):
            return written


def _when_possible(description, event, operation, argument):
    kernel.settle()
    while True:
        try:
            return operation(argument)
        except BlockingIOError:
            if not description.blocking:
                kernel.not_yet()
                raise
        description.wait(event, None)
