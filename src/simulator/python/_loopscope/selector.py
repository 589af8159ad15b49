"""The selector of the simulated event loop: virtual time passes here, and nowhere else in it."""

import selectors

from . import moments, parking
from .network.epoll import epoll

_READ = selectors.EVENT_READ
_WRITE = selectors.EVENT_WRITE


class _LoopEpoll(epoll):
    """To wait here is not to block: the thread's loop has nothing to do."""

    _park = staticmethod(parking.idle)


class VirtualSelector(selectors.EpollSelector):
    """CPython's selector, on virtual descriptors; exact to the nanosecond, and to be woken."""

    _selector_cls = _LoopEpoll

    loop = staticmethod(lambda: None)
    """A weak reference to the loop that it belongs to."""

    def select(self, timeout=None):
        """As ``EpollSelector.select``, which rounds up to whole milliseconds."""
        due_ns = None if timeout is None else moments.after(max(timeout, 0))
        loop = self.loop() if timeout == 0 else None
        timer_ns = None if loop is None else loop.next_timer_ns()
        ready = []
        for fd, events in self._selector.wait_until(due_ns, len(self._fd_to_key) or 1, timer_ns):
            key = self._fd_to_key.get(fd)
            if key:
                wanted = (events & ~self._EVENT_READ and _WRITE) | (
                    events & ~self._EVENT_WRITE and _READ
                )
                ready.append((key, wanted & key.events))
        return ready

    def wake(self):
        """End the wait under way, or the next one; what ``call_soon_threadsafe`` asks for."""
        self._selector.wake()


VirtualSelector.__name__ = VirtualSelector.__qualname__ = "EpollSelector"
