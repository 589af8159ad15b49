"""What carries a conversation's bytes: two ``MemoryBIO``, or a socket with its timeout."""

import errno
import weakref

from .. import moments
from ..network.readiness import IN
from ..network.sockets import socket as Socket


class NotYet(Exception):
    """Nothing can be read, or written, without waiting."""


class Memory:
    """Reads from one ``MemoryBIO`` and writes to another; whoever has them brings the bytes on."""

    socket = None

    def __init__(self, incoming, outgoing):
        self._incoming = incoming
        self._outgoing = outgoing

    def due_ns(self):
        return None

    def read(self, limit, due_ns):
        """Up to ``limit`` bytes, none at the end."""
        data = self._incoming.read(limit)
        if not data and not self._incoming.eof:
            raise NotYet
        return data

    def write(self, data, due_ns):
        """How many bytes were taken."""
        return self._outgoing.write(data)


class Connected:
    """A socket. It has the conversation, and not the other way round."""

    def __init__(self, socket):
        self._socket = weakref.ref(socket)

    @property
    def socket(self):
        return self._socket()

    def due_ns(self):
        timeout = self.socket.gettimeout()
        return moments.after(timeout) if timeout else None

    def read(self, limit, due_ns):
        socket = self.socket
        try:
            data, _ = Socket._retry(socket, IN, due_ns, Socket._endpoint.__get__(socket).receive_from, limit, False)
        except BlockingIOError as blocked:
            raise _not_yet(blocked) from None
        return data

    def write(self, data, due_ns):
        try:
            return Socket._send(self.socket, data, due_ns)
        except BlockingIOError as blocked:
            raise _not_yet(blocked) from None


def _not_yet(blocked):
    return NotYet() if blocked.errno == errno.EAGAIN else blocked
