"""The end of a program that waits for something that can never happen.

CPython would hang here. The kernel knows better: nothing is ready, nothing is scheduled.
"""

import asyncio
import threading
from asyncio import events

from . import agents, channels, kernel, observing, places, primitives, tracing


def end_run():
    """Close the trace: everybody waits, for each other or for clients."""
    channels.look_again()
    if _is_serving():
        kernel.recorder.serving()
    else:
        kernel.recorder.deadlocked()
    raise kernel.RunOver


def _is_serving() -> bool:
    from . import serving

    try:
        return serving.is_serving()
    except Exception as error:
        observing.failed("is_serving", error)
        return False


def _report() -> str:
    seconds = kernel.to_seconds(kernel.now_ns())
    head = f"Deadlock at {seconds:.3f}: nothing is ready, nothing is scheduled, and the program still waits."
    waits = [*_waiting_tasks(), *_waiting_threads()]
    return "\n".join([head, *(waits or ["  No task is left, and the loop was told to run for ever."])])


def _waiting_tasks():
    loop = events._get_running_loop()
    for task in sorted(asyncio.all_tasks(loop) if loop else [], key=agents.number_of):
        if task._fut_waiter is not None:
            name = f"{task.get_name()} ({getattr(task.get_coro(), '__qualname__', '?')})"
            yield f"  {name} waits {_wait(task)}"


def _wait(task) -> str:
    line, call, awaited, primitive, _ = tracing.wait_of(task)
    words = [_at(line)]
    if awaited is not None:
        words.append(f"for {task._fut_waiter.get_name()}")
    elif call is not None:
        words.append(f"in {call}()")
    if primitive is not None:
        words.append(primitives.describe(primitive))
    return " ".join(words)


def _waiting_threads():
    for thread, (line, call) in sorted(kernel.parking_places.items()):
        if line is not None:
            name = _thread_names().get(thread, f"thread {thread}")
            yield f"  {name} waits {_at(line)}{f' in {call}()' if call else ''}"


def _thread_names():
    from . import threads

    return {threads.thread_of(ident): thread.name for ident, thread in threading._active.items()}


def _at(line) -> str:
    return f"at line {line}" if line else "in library code"
