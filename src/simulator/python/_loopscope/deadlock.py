"""The end of a program that waits for something that can never happen.

CPython would hang here. The kernel knows better: nothing is ready, nothing is scheduled.
"""

import asyncio
from asyncio import events

from . import kernel, tracing


def end_run():
    """Close the recording with a report of every task that waits."""
    kernel.recorder.deadlocked(_report())
    raise kernel.RunOver


def _report() -> str:
    seconds = kernel.to_seconds(kernel.now_ns())
    head = f"Deadlock at {seconds:.3f}: nothing is ready, nothing is scheduled, and the program still waits."
    loop = events._get_running_loop()
    waiting = sorted(asyncio.all_tasks(loop), key=tracing._number_of) if loop else []
    if not waiting:
        return f"{head}\nNo task is left; the loop itself was told to run for ever."
    return "\n".join([head, *map(_describe, waiting)])


def _describe(task) -> str:
    line, call = tracing._place(task.get_coro())
    coroutine = getattr(task.get_coro(), "__qualname__", "?")
    where = f"line {line}" if line else "library code"
    what = f" in {call}()" if call else ""
    return f"  {task.get_name()} ({coroutine}) waits at {where}{what}"
