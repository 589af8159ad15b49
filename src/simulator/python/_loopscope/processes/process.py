"""A process: its identity, its family, its threads, and how it ends."""

import itertools
import os
from signal import SIGCHLD

from .. import kernel
from .descriptors import standard_descriptors
from .ownership import Belongings
from .readiness import Watched, wait_for
from .signals import Signals

MAIN_PID = 4_201

_by_pid: dict = {}
"""Every process that has not been waited for, by its number."""

_pids = itertools.count(MAIN_PID)


class Process:
    """One process. The kernel asks it to enter and leave whenever the running process changes."""

    def __init__(self, parent=None, descriptors=(), *, group=None, computes_apart=True):
        self.pid = next(_pids)
        self.parent = parent
        self.group = group or (parent.group if parent else self.pid)
        self.children = {}
        self.descriptors = dict(descriptors)
        self.threads = set()
        self.main_thread = kernel.MAIN_THREAD
        self.computes_apart = computes_apart
        self.signals = Signals(self)
        self.belongings = Belongings()
        self.status = None
        """As ``os.waitpid`` gives it: exit status times 256, or a signal's number; None alive."""
        self.exited = Watched()
        _by_pid[self.pid] = self
        if parent:
            parent.children[self.pid] = self

    def enter(self):
        self.belongings.put_in_place()

    def leave(self):
        self.belongings.take_away()

    def attend(self):
        """Handle the signals that have come, if the running thread is the one to do so."""
        if self.signals.waiting and kernel.current_thread == self.main_thread:
            self.signals.handle()

    def start(self, main):
        """Begin to run: ``main()`` in a thread of its own; its result is the exit status."""

        def run():
            try:
                status = main()
            except kernel.RunOver:
                return
            self.end(status << 8)

        self.main_thread = kernel.spawn(run, self)

    def end(self, status):
        """Be over, with this wait status. Does not return to a thread of the process itself.

        Descriptors are closed, other threads end where they stand, children become orphans, and
        whoever waits for the process is told.
        """
        kernel.settle()
        if self.parent is None and self.pid == MAIN_PID:
            _end_run(status)
        if self.status is not None:
            return
        self.status = status
        mine = kernel.current_thread in self.threads
        for thread in self.threads - {kernel.current_thread}:
            kernel.kill(thread)
        for descriptor in list(self.descriptors):
            self.descriptors.pop(descriptor).release()
        for child in self.children.values():
            child.parent = None
        self.exited.changed()
        if self.parent is None:
            _by_pid.pop(self.pid)
        else:
            self.parent.signals.post(SIGCHLD)
        if mine:
            kernel.abandon()


def _end_run(status):
    """The main program ends at once, by ``os._exit`` or by a signal: a shell adds that to 128."""
    signal_number = status & 0x7F
    exit_status = 128 + signal_number if signal_number else status >> 8
    kernel.recorder.exited(exit_status, None, None, None)
    raise kernel.RunOver


def find(pid) -> Process:
    """The process of that number, also if it has ended and nobody has waited for it yet."""
    try:
        return _by_pid[pid]
    except KeyError:
        raise ProcessLookupError(3, "No such process") from None


def in_group(group) -> list:
    return [process for process in _by_pid.values() if process.group == group]


def wait(pid, options):
    """``os.waitpid`` for one child, or for any where ``pid`` is -1: its number and its status."""
    parent = kernel.process
    children = [parent.children.get(pid)] if pid > 0 else list(parent.children.values())
    if not children or children[0] is None:
        raise ChildProcessError(10, "No child processes")
    ended = lambda: next((child for child in children if child.status is not None), None)
    if not options & os.WNOHANG:
        wait_for(ended, [child.exited for child in children])
    child = ended()
    if child is None:
        return 0, 0
    del parent.children[child.pid]
    del _by_pid[child.pid]
    return child.pid, child.status


def wait_until_ended(pid, due_ns) -> bool:
    """Wait for a process without asking for its status. False if ``due_ns`` came first."""
    process = _by_pid.get(pid)
    return process is None or wait_for(
        lambda: process.status is not None, [process.exited], due_ns
    )


def install() -> None:
    """Make the process that the main program is."""
    kernel.process = Process(descriptors=standard_descriptors(), computes_apart=False)
    kernel.process.threads.add(kernel.MAIN_THREAD)
    kernel.process.signals.become_python()
