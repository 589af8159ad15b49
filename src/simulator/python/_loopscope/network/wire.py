"""Carries what one socket sends to another: in order, after the latency."""

from .. import kernel, what_if

default_latency_ns = 0
"""What a new connection or datagram socket gets; see ``loopscope.latency``."""


class Wire:
    """One direction. Without latency what is sent arrives within the call that sends it."""

    def __init__(self, latency_ns: int = 0):
        self.latency_ns = latency_ns
        self._under_way = 0
        self._last_due_ns = 0

    def carry(self, deliver, *args):
        """Call ``deliver(*args)`` at the far end. It must neither block nor raise."""
        latency_ns = self.latency_ns if what_if.latency_ns is None else what_if.latency_ns
        due_ns = kernel.now_ns() + latency_ns
        if kernel.late is not None:
            due_ns = kernel.late("arrival", due_ns, None)
        if due_ns == kernel.now_ns() and self._under_way == 0:
            deliver(*args)
            return

        def arrive():
            self._under_way -= 1
            deliver(*args)

        # Nothing overtakes, also where the latency has been lowered meanwhile.
        self._last_due_ns = max(self._last_due_ns, due_ns)
        self._under_way += 1
        kernel.schedule(self._last_due_ns, arrive)
