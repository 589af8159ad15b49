"""How deep a thread of the program's is nested: the frames of ours that it stands on do not count."""

import sys

from . import kernel


def begin() -> None:
    """Have what is called next be the first that counts in the running thread."""
    frame = sys._getframe(1)
    depth = 0
    while frame is not None:
        depth += 1
        frame = frame.f_back
    kernel.discount_frames(depth)
