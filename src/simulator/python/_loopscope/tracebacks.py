"""Tracebacks show the program's frames and the library's, never the simulator's.

What stands in here for a call that is written in C would otherwise appear as a frame where CPython
shows none.
"""

import traceback


def _is_ours(frame):
    return frame.f_globals.get("__name__", "").startswith(f"{__package__}.")


def words_of(error) -> str:
    """The exception as text; what a traceback says in its place where its own ``__str__`` fails."""
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"


def install() -> None:
    extract = traceback.StackSummary._extract_from_extended_frame_gen.__func__

    def extract_others(cls, frames, **options):
        others = (entry for entry in frames if not _is_ours(entry[0]))
        return extract(cls, others, **options)

    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(extract_others)
