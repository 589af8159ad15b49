"""Datagram sockets: whole messages, one at a time, from anybody; and UDP."""

import collections
import socket

from .. import servers
from ..errors import error
from . import ports, wire
from .addresses import shown
from .endpoint import Endpoint
from .hosts import WILDCARD
from .inet import InetSocket
from .mapped import address_for, source_for
from .readiness import ERR, HUP, IN, OUT, RDHUP

_OVERHEAD = 832
"""Bytes that Linux charges for a small datagram beside its contents; 256 fill a buffer."""

_MOST_BYTES = 65_507
"""What fits into one IPv4 packet beside the headers."""


class Datagram(Endpoint):
    """A queue of messages with a limit in bytes."""

    kind = socket.SOCK_DGRAM

    def __init__(self, family, proto):
        super().__init__(family, proto)
        self._inbox = collections.deque()
        self._held = 0
        self._has_ended = False
        self._stopped_reading = False

    @property
    def is_connected(self):
        return self.peer is not None

    @property
    def is_full(self):
        return self._held >= self.receive_buffer

    def listen(self, backlog):
        raise error("EOPNOTSUPP")

    def accept(self):
        raise error("EOPNOTSUPP")

    def send_to(self, data, address) -> int:
        """To ``address``, or to the peer for None. All of ``data``, or an error."""
        self.raise_error()
        if self._has_ended:
            raise error("EPIPE")
        if address is None and self.peer is None:
            raise self._no_destination()
        self._dispatch(bytes(data), self.peer if address is None else address)
        return len(data)

    def receive_from(self, limit: int, peek: bool = False):
        """The next message, cut to ``limit``, and where it came from."""
        if not self._inbox:
            self.raise_error()
            if self._stopped_reading:
                return b"", None
            raise error("EAGAIN")
        data, sender = self._inbox[0]
        if not peek:
            self._inbox.popleft()
            self._held -= len(data) + _OVERHEAD
            self.room_made()
        return data[:limit], sender

    def put(self, data: bytes, sender):
        """A message arrives."""
        self._held += len(data) + _OVERHEAD
        self._inbox.append((data, sender))
        self.notify(IN)

    def room_made(self):
        pass

    def shutdown(self, how):
        if self.peer is None:
            raise error("ENOTCONN")
        self._stopped_reading = self._stopped_reading or how != socket.SHUT_WR
        self._has_ended = self._has_ended or how != socket.SHUT_RD
        self.notify(IN | OUT | HUP)

    def poll(self):
        events = OUT
        if self._inbox:
            events |= IN
        if self._stopped_reading:
            events |= IN | RDHUP
        if self._stopped_reading and self._has_ended:
            events |= HUP
        return events | (ERR if self.pending_error else 0)

    def _no_destination(self):
        return error("EDESTADDRREQ")


class UdpSocket(InetSocket, Datagram):
    """What nobody receives is lost, and so is what finds a full buffer."""

    ports = ports.udp
    default_proto = socket.IPPROTO_UDP

    def __init__(self, family, proto):
        super().__init__(family, proto)
        self.last_destination = None
        self._may_serve = False
        """Whether others can know its port: it was asked for by number, or somebody has used it."""
        self.wire = wire.Wire(wire.default_latency_ns)

    @property
    def wires(self):
        return (self.wire,)

    def bind(self, address):
        super().bind(address)
        self._may_serve = address[1] != 0
        servers.listens(self, f"{shown(self.local)} (UDP)")

    def put(self, data, sender):
        self._may_serve = True
        super().put(data, sender)

    def released(self):
        super().released()
        servers.closed(self)

    def connect(self, address):
        """Choose the peer: where ``send`` goes, and whose messages alone are received."""
        peer = self.destination(address)
        self.choose_source(peer)
        self.peer = peer
        servers.closed(self)

    def _dispatch(self, data, address):
        if len(data) > _MOST_BYTES:
            raise error("EMSGSIZE")
        if address[1] == 0:
            raise error("EINVAL")
        may_broadcast = self.has_option(socket.SOL_SOCKET, socket.SO_BROADCAST)
        if address[0] == "255.255.255.255" and not may_broadcast:
            raise error("EACCES")
        destination = self.destination(address)
        self.last_destination = destination
        if not self._may_serve:
            servers.closed(self)
        if not self.is_bound:
            self.take_port(self.local)
        sender = self.local
        if sender[0] == WILDCARD[self.family]:
            sender = (source_for(self.family, destination[0]), *sender[1:])
        self.wire.carry(self._deliver, data, sender, destination)

    def _deliver(self, data, sender, destination):
        receiver = _receiver(self.family, sender, destination)
        if receiver is None:
            if self.peer == destination:
                wire.Wire(self.wire.latency_ns).carry(self._refused)
        elif not receiver.is_full:
            receiver.put(data, address_for(receiver.family, sender))

    def _refused(self):
        """The ICMP message that nobody has the port. Only connected sockets hear of it."""
        self.pending_error = error("ECONNREFUSED")
        self.notify(IN | OUT | ERR)


def _receiver(family, sender, destination):
    """Whom a message reaches: a socket connected to its sender before one that takes all."""
    found = ports.udp.find(family, *destination[:2])
    is_peer = lambda endpoint: endpoint.peer == address_for(endpoint.family, sender)
    connected = [endpoint for endpoint in found if endpoint.peer and is_peer(endpoint)]
    open_to_all = [endpoint for endpoint in found if endpoint.peer is None]
    return next(iter(connected or open_to_all), None)
