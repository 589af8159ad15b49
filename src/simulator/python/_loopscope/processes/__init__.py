"""A small POSIX: descriptors, pipes, processes and signals, all virtual.

It stands under CPython's own ``subprocess``, ``signal``, ``multiprocessing``,
``concurrent.futures.process`` and the subprocess half of asyncio, and gives them the few calls that
they expect of an operating system. A process is a set of virtual threads with an identity,
descriptors and signals of its own; the modules' state that a program could tell its own process by
is exchanged when the kernel switches from one process to another.
"""

from .. import signal_masks
from ..files import calls, paths
from . import children, launch, multiprocess, ownership, process, programs, registrations, signals
from . import spawn, system, waits


def make_main_process() -> None:
    """Make the process that the main program is; before anything opens a descriptor."""
    process.make_main()


def install() -> None:
    """Put the virtual calls where CPython's modules look for the real ones."""
    calls.install()
    paths.install()
    system.install()
    children.install()
    signals.install()
    signal_masks.install()
    launch.install()
    spawn.install()
    multiprocess.install()
    waits.install()
    registrations.install()
    # Last, because it keeps what the modules hold for the main program.
    ownership.install()


def begin_again() -> None:
    """Make another main process, with all that is its own as at the start."""
    process.forget_all()
    process.make_main()
    launch.give_environment()


def begin() -> None:
    """Make ready for one run: put the programs that a process can be at their paths."""
    ownership.begin()
    programs.install_files()
