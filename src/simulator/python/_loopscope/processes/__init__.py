"""A small POSIX: descriptors, pipes, processes and signals, all virtual.

It stands under CPython's own ``subprocess``, ``signal``, ``multiprocessing``,
``concurrent.futures.process`` and the subprocess half of asyncio, and gives them the few calls that
they expect of an operating system. A process is a set of virtual threads with an identity,
descriptors and signals of its own; the modules' state that a program could tell its own process by
is exchanged when the kernel switches from one process to another.
"""

from . import descriptors, launch, multiprocess, ownership, polling, process, signals, system


def install() -> None:
    """Put the virtual calls where CPython's modules look for the real ones."""
    descriptors.install()
    system.install()
    signals.install()
    polling.install()
    launch.install()
    multiprocess.install()
    # Last, because it keeps what the modules hold for the main program.
    ownership.install()
    process.install()


def begin() -> None:
    """Make ready for one run: the programs that a process can be found at their paths."""
    launch.install_programs()
