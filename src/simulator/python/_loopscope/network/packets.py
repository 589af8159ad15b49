"""``SOCK_SEQPACKET``: a connection that carries whole messages, one after another."""

import collections
import socket

from ..errors import error
from .readiness import IN
from .unix import UnixStream


class UnixPackets(UnixStream):
    """A message that finds no room waits as a whole; one that is read in part is gone."""

    kind = socket.SOCK_SEQPACKET

    def __init__(self, proto=0):
        super().__init__(proto)
        self._lengths = collections.deque()
        """Of the messages that have arrived."""

    def send_to(self, data, address):
        if address is not None:
            return super().send_to(data, address)
        self._check_sending()
        if len(data) > self.send_buffer:
            raise error("EMSGSIZE")
        if len(data) > self.outgoing.capacity - self.outgoing.underway:
            raise error("EAGAIN")
        receiver = self.outgoing.reader
        receiver._lengths.append(len(data))
        if not self.outgoing.write(data):
            receiver.notify(IN)
        return len(data)

    def _receive(self, limit, peek):
        if not self._lengths:
            return super()._receive(limit, peek)
        length = self._lengths[0]
        if not peek:
            self._lengths.popleft()
        return self.incoming.read(length, peek)[:limit]

    def poll(self):
        return super().poll() | (IN if self._lengths else 0)
