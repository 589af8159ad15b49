"""Runs one program as ``python main.py`` does, from its first line to the interpreter's end."""

import asyncio
import builtins
import json
import linecache
import os
import random
import sys
import types

from . import (
    blocking,
    cancellation,
    catches,
    crashes,
    eager_tasks,
    edge,
    exceptions,
    generators,
    execution,
    finalization,
    interrupts,
    isolation,
    jobs,
    kernel,
    key_derivation,
    library,
    limits,
    linux,
    looks,
    monitoring,
    network,
    observing,
    own_library,
    places,
    polling_loops,
    posix_calls,
    primitives,
    processes,
    standstill,
    step_log,
    stops,
    threads,
    tracebacks,
    tracers,
    transports,
    unraisable,
    users,
    waits,
    what_if,
)
from .files.standard_streams import give_input, open_streams
from .processes import ownership


@edge.guarded
def run(bridge, source, name, given, seed, watch):
    """Run ``source`` and tell the recorder how it ended; if ``watch``, also what its tasks do."""
    isolation.install()
    kernel.attach(bridge)
    looks.attach(bridge)
    what_if.attach(bridge)
    step_log.open_log()
    places.begin(name)
    observing.enabled = observing.is_recording = watch
    if not watch:
        monitoring.stop()
    lay_source(source, name)
    library.find_packages()
    processes.begin()
    begin(name, given, seed)
    try:
        # No name for it here: the module is collected at the end, if nobody else holds it.
        status, error = execution.execute(source, name, main_module(name))
        if not finalization.finalize():
            status, error = finalization.CANNOT_FLUSH, None
    except kernel.RunOver:
        return
    kernel.recorder.exited(status, *(error or (None, None, None)))


def main_module(name):
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__file__ = f"{places.HOME}/{name}"
    module.__builtins__ = builtins
    return module


def lay_source(source, name):
    """Put the program where tracebacks look for it."""
    os.makedirs(places.HOME, exist_ok=True)
    os.chdir(places.HOME)
    with open(name, "w", encoding="utf-8") as file:
        file.write(source)
    lines = source.splitlines(keepends=True)
    linecache.cache[name] = (len(source), None, lines, name)


def begin(name, given, seed):
    """Every run begins alike: same arguments, same input, same random numbers, clean streams.

    ``given`` is the JSON of ``engine/given.ts``.
    """
    asyncio._set_running_loop(None)
    args, stdin = json.loads(given)
    sys.argv = [name, *args]
    give_input(stdin.encode("latin-1"))
    random.seed(seed)
    open_streams()
    # Pyodide has set one of its own.
    sys.excepthook = sys.__excepthook__
    kernel.begin()


def install():
    """What every run needs and no run changes: part of the boot image."""
    isolation.forget_packages()
    isolation.forget_levers()
    interrupts.install()
    polling_loops.install()
    library.fit("sysconfig", linux.name_build_data)
    tracebacks.install()
    unraisable.install()
    blocking.install()
    users.install()
    posix_calls.install()
    crashes.install()
    key_derivation.install()
    monitoring.install()
    threads.install()
    processes.make_main_process()
    network.install()
    # Only now can it be imported: it builds upon the selectors that the network brings about.
    from . import event_loop

    event_loop.install()
    tracers.install()
    tracers.stand_in(finalization.finalize)
    # It keeps what modules hold for the main program.
    processes.install()
    for part in _WATCHERS:
        part.install()
    cancellation.install(_modules_of_asyncio())
    tracebacks.hide_functions()
    edge.install()
    own_library.keep((holder, name) for holder, name, _ in ownership.attributes)
    library.take_stock(isolation.is_refused, ownership.names_of)


_WATCHERS = (
    *(catches, eager_tasks, exceptions, generators, jobs, limits, primitives, standstill, stops, transports, waits),
    network.waits,
)


def _modules_of_asyncio():
    return [module for name, module in sys.modules.items() if name.startswith("asyncio.")]
