"""A selector that waits on the kernel instead of on the operating system."""

import selectors

from . import kernel, threads


class VirtualSelector(selectors._BaseSelectorImpl):
    """What the loop sleeps in: virtual time passes here, and nowhere else in the loop."""

    def __init__(self):
        super().__init__()
        self._sleeper = None
        self._woken = False

    def select(self, timeout=None):
        others = kernel.turn()
        if self._woken or timeout is not None and timeout <= 0:
            if others:
                kernel.park(kernel.now_ns())
        else:
            self._sleeper = kernel.current_thread
            threads.idle(None if timeout is None else kernel.now_ns() + kernel.to_ns(timeout))
            self._sleeper = None
        self._woken = False
        return []

    def wake(self):
        """End the wait under way, or the next one; what ``call_soon_threadsafe`` asks for."""
        self._woken = True
        if self._sleeper is not None:
            kernel.unpark(self._sleeper)


# Debug mode logs the selector's name; this is what Linux has.
VirtualSelector.__name__ = VirtualSelector.__qualname__ = "EpollSelector"
