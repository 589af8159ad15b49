"""How TCP connections come about: a handshake of three segments, each taking the latency."""

import functools
import socket

from .. import kernel, moments
from ..errors import error
from . import outside, ports, wire
from .inet import InetSocket
from .mapped import address_for, plain
from .readiness import ERR, HUP, IN, OUT
from .stream import Stream, join

_RETRIES = 6
"""Linux's net.ipv4.tcp_syn_retries: an unanswered SYN is sent again after 1, 2, 4 … s."""


class TcpSocket(InetSocket, Stream):
    """A TCP socket on the loopback, for IPv4 or IPv6."""

    ports = ports.tcp
    default_proto = socket.IPPROTO_TCP
    send_buffer = 2_626_560
    """Bytes; where Linux's tuning brings a fresh connection on the loopback (64 KiB segments)."""
    receive_buffer = 131_072
    """Bytes; the middle value of Linux's net.ipv4.tcp_rmem. Half of it is for data."""
    room_to_report = 1 / 3
    """As ``sk_stream_is_writeable``: what is free must be at least half of what is queued."""

    def __init__(self, family, proto):
        super().__init__(family, proto)
        self._has_news = False

    @property
    def wires(self):
        return (self.outgoing.wire, self.incoming.wire) if self.outgoing is not None else ()

    def listen(self, backlog):
        if self.is_connecting or self.outgoing is not None:
            raise error("EINVAL")
        if not self.is_bound:
            self.take_port(self.local)
        rivals = self.ports.find(self.family, *self.local[:2])
        if any(r.is_listening and r is not self and not r.reuses_port for r in rivals):
            raise error("EADDRINUSE")
        super().listen(backlog)

    def connect(self, address) -> bool:
        """Begin to connect, and be True; or say once that a former attempt has succeeded."""
        if self.is_connecting:
            raise error("EALREADY")
        self.raise_error()
        if self.outgoing is None and not self.is_listening:
            self._begin(self.destination(address))
            return True
        if not self._has_news:
            raise error("EISCONN")
        self._has_news = False
        return False

    def finish_connecting(self):
        """What a blocking ``connect`` does at its end: raise what went wrong."""
        self.raise_error()
        self._has_news = False

    def destination(self, address):
        return address if self._name_beyond(address) else super().destination(address)

    def _name_beyond(self, address):
        """The name of the host there, where it is another machine."""
        return outside.name_of(plain(self.family, address[0])[1])

    def _begin(self, peer):
        self.choose_source(peer)
        self.peer = peer
        self.is_connecting = True
        self.has_failed = False
        name = self._name_beyond(peer)
        latency_ns = wire.default_latency_ns if name is None else _web().settings.latency_ns(name)
        there, back = wire.Wire(latency_ns), wire.Wire(latency_ns)
        there.carry(self._knock, there, back, 0)

    def _knock(self, there, back, retries):
        """The first segment (SYN) comes to where somebody may listen."""
        if self.is_released:
            return
        listeners = self._listeners()
        if not listeners:
            back.carry(self._fail, "ECONNREFUSED")
            return
        # Listeners that share a port share its clients; Linux chooses by a hash of the addresses.
        listener = listeners[self.local[1] % len(listeners)]
        if not listener.is_full:
            back.carry(self._establish, listener, there, back)
        elif retries < _RETRIES:
            again = functools.partial(self._knock, there, back, retries + 1)
            kernel.schedule(kernel.now_ns() + 2**retries * moments.NS_PER_SECOND, again)
        else:
            self._fail("ETIMEDOUT")

    def _listeners(self):
        name = self._name_beyond(self.peer)
        if name is not None:
            return _web().listeners_at(name, self.peer[1], self.family)
        found = self.ports.find(self.family, *self.peer[:2])
        return [endpoint for endpoint in found if endpoint.is_listening]

    def child(self, proto):
        """The half of a connection that is on the side of whoever listens."""
        return TcpSocket(self.family, proto)

    def _establish(self, listener, there, back):
        """The second (SYN+ACK) comes back: this side is connected."""
        if self.is_released:
            return
        child = listener.child(self.proto)
        child.local = address_for(child.family, self.peer)
        child.peer = address_for(child.family, self.local)
        child.send_buffer, child.receive_buffer = listener.send_buffer, listener.receive_buffer
        join(self, child, there, back)
        self.is_connecting = False
        self._has_news = True
        self.notify(OUT)
        there.carry(listener.admit, child)

    def _fail(self, name):
        self.is_connecting = False
        self.has_failed = True
        self.pending_error = error(name)
        self.notify(IN | OUT | ERR | HUP)

    def capacity_to(self, reader):
        return self.send_buffer + reader.receive_buffer // 2

    def admit(self, child):
        """The third (ACK) makes the other side's half complete."""
        if self.is_listening:
            super().admit(child)
        else:
            child.reset_peer()

    def bytes_arrived(self):
        if self.is_released:
            self.reset_peer()
        else:
            super().bytes_arrived()


def _web():
    """The simulated web, which only programs need that connect to other machines."""
    from ..web import peer

    return peer
