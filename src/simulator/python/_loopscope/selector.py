"""A selector that waits on the kernel instead of on the operating system."""

from . import kernel
from .processes.polling import DescriptorSelector
from .processes.readiness import wait_for


class VirtualSelector(DescriptorSelector):
    """What the loop sleeps in: virtual time passes here, and nowhere else in the loop."""

    def __init__(self):
        super().__init__()
        self._sleeper = None
        self._woken = False

    def select(self, timeout=None):
        others = kernel.turn()
        ready = self.ready()
        if ready or self._woken or timeout is not None and timeout <= 0:
            if others:
                kernel.park(kernel.now_ns())
                ready = self.ready()
        else:
            self._sleeper = kernel.current_thread
            due_ns = None if timeout is None else kernel.now_ns() + kernel.to_ns(timeout)
            wait_for(lambda: self._woken or self.ready(), self.files(), due_ns)
            self._sleeper = None
            ready = self.ready()
        self._woken = False
        return ready

    def wake(self):
        """End the wait under way, or the next one; what ``call_soon_threadsafe`` asks for."""
        self._woken = True
        if self._sleeper is not None:
            kernel.unpark(self._sleeper)
