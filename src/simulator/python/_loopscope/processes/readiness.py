"""Waiting until something can be done with one of several things: a pipe, a process, a semaphore."""

from .. import kernel, threads


class Watched:
    """Something whose state threads wait for."""

    def __init__(self):
        self._watchers = {}

    def changed(self):
        """Have every thread that waits look again, in the order in which they came."""
        for thread in list(self._watchers):
            kernel.unpark(thread)

    def add_watcher(self, thread):
        self._watchers[thread] = self._watchers.get(thread, 0) + 1

    def remove_watcher(self, thread):
        self._watchers[thread] -= 1
        if not self._watchers[thread]:
            del self._watchers[thread]


def wait_for(condition, watched, due_ns=None):
    """Park until ``condition()`` is true, looking again whenever one of ``watched`` has changed.

    Its value; a false one if ``due_ns`` came first.
    """
    thread = kernel.current_thread
    for each in watched:
        each.add_watcher(thread)
    try:
        while not (value := condition()):
            if due_ns is not None and kernel.now_ns() >= due_ns:
                break
            threads.wait(due_ns)
        return value
    finally:
        for each in watched:
            each.remove_watcher(thread)
