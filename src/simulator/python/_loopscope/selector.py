"""A selector that waits on the kernel instead of on the operating system."""

import selectors

from . import deadlock, kernel


class VirtualSelector(selectors._BaseSelectorImpl):
    """What the loop sleeps in: virtual time passes here, and nowhere else in the loop."""

    def select(self, timeout=None):
        kernel.turn()
        if timeout is None:
            if not kernel.park(None):
                deadlock.end_run()
        elif timeout > 0:
            kernel.park(kernel.now_ns() + kernel.to_ns(timeout))
        return []
