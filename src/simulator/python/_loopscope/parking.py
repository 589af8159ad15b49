"""How a thread stands still until it is woken, or its time has come."""

import collections
import sys

from . import agents, child_processes, deadlock, kernel, moments, standstill


def wait(due_ns, **facts):
    """A blocking call: park the running thread, and with it the loop that it may have to run.

    ``facts`` are what the caller knows of what it waits for, as fields of ``step_log.Wait``.
    """
    # Looked at now: the frames of a suspended stack cannot be walked.
    begun = standstill.begins(sys._getframe(1), due_ns, facts)
    kernel.count_step()
    if kernel.late is not None and due_ns is not None and due_ns > kernel.now_ns():
        due_ns = kernel.late("sleep", due_ns, agents.current())
    try:
        _park(due_ns)
    finally:
        standstill.ends(begun)


def idle(due_ns):
    """A loop has nothing to do: park its thread."""
    thread = kernel.current_thread
    kernel.idle.add(thread)
    try:
        _park(due_ns)
    finally:
        kernel.idle.discard(thread)


def _park(due_ns):
    """Stand still; the program is at its end if nothing could ever end that."""
    child_processes.parking(due_ns)
    try:
        if not kernel.park(due_ns):
            deadlock.end_run()
    finally:
        child_processes.parked()


class Waiters:
    """Threads that wait for one thing, first come, first served."""

    def __init__(self, park=wait):
        self._threads = collections.deque()
        self._park = park

    def wait(self, due_ns=None, **facts) -> bool:
        """Park until woken. False if ``due_ns`` came first."""
        thread = kernel.current_thread
        self._threads.append(thread)
        try:
            self._park(due_ns, **facts)
        except BaseException:
            self._leave(thread)
            raise
        if thread in self._threads:
            self._threads.remove(thread)
            return False
        return True

    def _leave(self, thread):
        """Give up waiting because a signal's handler raised; a wake-up goes to the next one."""
        if thread in self._threads:
            self._threads.remove(thread)
        else:
            self.wake_one()

    def __len__(self):
        return len(self._threads)

    def wake_one(self):
        if self._threads:
            kernel.unpark(self._threads.popleft())

    def wake_all(self):
        while self._threads:
            self.wake_one()


def due_ns_of(timeout):
    return None if timeout is None or timeout < 0 else moments.after(timeout)
