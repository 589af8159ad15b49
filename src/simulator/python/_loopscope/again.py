"""Runs one program again and again in one interpreter, unrecorded: each run is a process of its own.

What a process has for itself (``processes.ownership``) is made anew for each; what a program leaves
behind elsewhere, in a class of the library's say, the next run finds. Whoever explores finds that out
by running it twice alike.
"""

import asyncio
import gc
import itertools
import os
import shutil

from . import agents, edge, event_loop, execution, finalization, isolation, kernel, library, looks, monitoring, network
from . import observing, places, processes, program, step_log, what_if


class _Explored:
    """The program, as each run begins with it."""

    code = None
    task_numbers = None
    files = frozenset()


@edge.guarded
def begin(source, name):
    """Make ready for runs of this program. Compiles it once."""
    isolation.install()
    observing.enabled = observing.is_recording = False
    monitoring.stop()
    places.begin(name)
    program.lay_source(source, name)
    library.find_packages()
    processes.begin()
    try:
        _Explored.code = compile(source, name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        # Each run says so.
        _Explored.code = source
    _Explored.files = frozenset(_found())
    event_loop.SimulatedEventLoop.create_task = _create_task
    # What there is now is never looked through again for what could be collected.
    gc.collect()
    gc.freeze()


@edge.guarded
def run(bridge, name, given, seed):
    """Run it once more, and tell how it ended."""
    kernel.attach(bridge)
    looks.attach(bridge)
    what_if.attach(bridge)
    step_log.open_log()
    kernel.begin_again()
    agents.begin_again()
    processes.begin_again()
    network.begin_again()
    _Explored.task_numbers = itertools.count(1)
    for path in _found() - _Explored.files:
        shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
    program.begin(name, given, seed)
    try:
        status, error = execution.execute(_Explored.code, name, program.main_module(name))
        if not finalization.finalize():
            status, error = finalization.CANNOT_FLUSH, None
    except kernel.RunOver:
        return
    looks.tell()
    kernel.recorder.exited(status, *(error or (None, None, None)))


def _create_task(self, coro, **options):
    """Named as the first program of an interpreter finds its tasks: CPython counts on."""
    if options.get("name") is None:
        options["name"] = f"Task-{next(_Explored.task_numbers)}"
    return asyncio.BaseEventLoop.create_task(self, coro, **options)


def _found():
    return {os.path.join(folder, name) for folder in (places.HOME, "/tmp") for name in os.listdir(folder)}
