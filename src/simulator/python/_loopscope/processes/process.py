"""A process: its identity, its family, its threads, and how it ends."""

import itertools
from signal import SIGCHLD

from .. import child_processes, kernel, parking, threads
from ..errors import error
from ..files.open_files import ProcessFile
from ..files.standard_streams import open_standard
from ..network.descriptors import DescriptorTable
from .ownership import ProcessGlobals
from .signals import Signals

MAIN_PID = 4_201

_by_pid: dict = {}
"""Every process that has not been waited for, by its number."""

_ended: list = []
"""Kept, so that nothing they hold is finalised while another process runs."""

_pids = itertools.count(MAIN_PID)


class Process:
    """One process. The kernel asks it to enter and leave whenever the running process changes."""

    def __init__(self, parent=None, *, has_own_cpu=True):
        self.pid = next(_pids)
        self.parent = parent
        self.group = parent.group if parent else self.pid
        self.children = {}
        self.child_ended = parking.Waiters()
        self.descriptors = DescriptorTable()
        self.threads = set()
        self.main_thread = kernel.MAIN_THREAD
        self.has_own_cpu = has_own_cpu
        self.signals = Signals(self)
        self.globals = ProcessGlobals()
        self.status = None
        """As ``os.waitpid`` gives it: exit status times 256, or a signal's number; None alive."""
        self.stopped_by = 0
        """The signal that has stopped it."""
        self.news = None
        """The same of a stop, or of its end, that its parent has not asked for."""
        self.end_file = ProcessFile()
        self.agent = 0
        """Its number in the trace; 0 for the main program."""
        self.program = None
        """Name and text of the file it runs, if it is an interpreter."""
        _by_pid[self.pid] = self
        if parent:
            parent.children[self.pid] = self

    def enter(self):
        self.globals.put_in_place()

    def leave(self):
        self.globals.take_away()

    def attend(self):
        """Stand still while the process is stopped, and handle the signals that have come, if the running
        thread is the one to do so."""
        while self.stopped_by and kernel.stand_still():
            pass
        if self.signals.waiting and kernel.current_thread == self.main_thread:
            self.signals.handle()

    def stop(self, number):
        """Let nothing of it run until :meth:`go_on`. Its own call returns only then."""
        if not self.stopped_by:
            self.stopped_by = number
            self._tell_parent(number << 8 | _IS_STOPPED)

    def go_on(self):
        if self.stopped_by:
            self.stopped_by = 0
            self._tell_parent(_GOES_ON)
            self.signals.release()
            for thread in self.threads:
                kernel.interrupt(thread)

    def _tell_parent(self, news):
        self.news = news
        if self.parent is not None:
            self.parent.child_ended.wake_all()
            self.parent.signals.post(SIGCHLD)

    def start(self, main, command):
        """Begin to run: ``main()`` in a thread of its own; its result is the exit status.

        ``command`` says in one line what that is.
        """
        child_processes.started(self, command)
        for fd in self.descriptors:
            end = self.descriptors.get(fd)
            end.openers = (self.agent, *end.openers)

        self._run(main)

    def become(self, main, environ):
        """Run that in the place of all that runs in it. Does not return."""
        for thread in self.threads - {kernel.current_thread}:
            kernel.kill(thread)
        for fd in set(self.descriptors) - self.descriptors.inheritable:
            self.descriptors.close(fd)
        self.globals.begin_anew(environ)
        self._run(main)
        kernel.abandon()

    def _run(self, main):
        def run():
            try:
                status = main()
            except kernel.RunOver:
                return
            self._end(status << 8)

        self.main_thread = kernel.spawn(run, self)

    def end(self, status):
        """Be over at once, with this wait status: does not return to a thread of the process."""
        mine = kernel.current_thread in self.threads
        self._end(status)
        if mine:
            kernel.abandon()

    def _end(self, status):
        """Descriptors are closed, other threads end where they stand, children become orphans, and
        whoever waits for the process is told.
        """
        kernel.settle()
        if self.parent is None and self.pid == MAIN_PID:
            _end_run(status)
        if self.status is not None:
            return
        self.status = status
        child_processes.ended(self)
        for thread in self.threads - {kernel.current_thread}:
            kernel.kill(thread)
        self.descriptors.close_all()
        for child in self.children.values():
            child.parent = None
        self.end_file.end()
        if self.parent is None:
            del _by_pid[self.pid]
        else:
            self.parent.child_ended.wake_all()
            self.parent.signals.post(SIGCHLD)
        _ended.append(self)


_IS_STOPPED, _GOES_ON = 0x7F, 0xFFFF
"""The wait status of a process that is stopped, beside the signal; and of one that goes on."""


def _end_run(status):
    """The main program ends at once, by ``os._exit`` or by a signal: a shell adds that to 128."""
    signal_number = status & 0x7F
    exit_status = 128 + signal_number if signal_number else status >> 8
    kernel.recorder.exited(exit_status, None, None, None)
    raise kernel.RunOver


def by_pid(pid) -> Process | None:
    """The process of that number, if it has not been waited for."""
    return _by_pid.get(pid)


def forget(process) -> None:
    """It has been waited for: its number means nothing from now on."""
    del _by_pid[process.pid]


def find(pid) -> Process:
    """The process of that number, also if it has ended and nobody has waited for it yet."""
    try:
        return _by_pid[pid]
    except KeyError:
        raise error("ESRCH") from None


def in_group(group) -> list:
    return [process for process in _by_pid.values() if process.group == group]


def forget_all() -> None:
    """The run is over, and all its processes with it."""
    global _pids
    _by_pid.clear()
    _ended.clear()
    _pids = itertools.count(MAIN_PID)


def make_main() -> None:
    kernel.process = Process(has_own_cpu=False)
    open_standard(kernel.process.descriptors)
    kernel.process.threads.add(kernel.MAIN_THREAD)
    kernel.process.signals.become_python()
