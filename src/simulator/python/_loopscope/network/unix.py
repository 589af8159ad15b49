"""Unix sockets: connected within the call, and at once aware of their peer's end.

The rules are those of net/unix/af_unix.c in Linux. They know no latency: there is no wire.
"""

import socket

from . import ports
from .addresses import AF_UNIX
from .datagram import Datagram
from .errors import error
from .pipe import Pipe
from .readiness import ERR, HUP, IN, OUT, RDHUP
from .stream import Stream, join
from .wire import Wire

_ROOM_TO_REPORT = 3 / 4
"""As ``unix_writable``: at most a quarter of the buffer may be taken."""


class UnixStream(Stream):
    def __init__(self, proto=0):
        super().__init__(AF_UNIX, proto)
        self.local = ""
        self._knocking = []

    def bind(self, path):
        if self.is_bound:
            raise error("EINVAL")
        ports.unix.bind(self, path)
        self.local = path
        self.is_bound = True

    def listen(self, backlog):
        if not self.is_bound:
            raise error("EINVAL")
        super().listen(backlog)

    def connect(self, path):
        if self.outgoing is not None:
            raise error("EISCONN")
        listener = ports.unix.find(path)
        if listener.kind != self.kind:
            raise error("EPROTOTYPE")
        if not listener.is_listening:
            raise error("ECONNREFUSED")
        if listener.is_full:
            listener._knocking.append(self)
            raise error("EAGAIN")
        child = UnixStream(self.proto)
        child.local, self.peer, child.peer = path, path, self.local
        _connect(self, child)
        listener.admit(child)

    def accept(self):
        child = super().accept()
        knocking, self._knocking = self._knocking, []
        for client in knocking:
            client.notify(OUT)
        return child

    def shutdown(self, how):
        if self.outgoing is None:
            return
        if how != socket.SHUT_WR:
            self.outgoing.reader._has_ended = True
        if self.is_connected:
            super().shutdown(how)

    def _check_sending(self):
        if self.outgoing is None:
            raise error("ENOTCONN")
        if self._has_ended or self._is_broken:
            raise error("EPIPE")

    def _not_connected(self):
        return error("EINVAL")

    def released(self):
        peer = self.outgoing.reader if self.outgoing else None
        left_unread = peer is not None and self.incoming.has_arrived
        super().released()
        if peer is not None and not left_unread:
            peer._lose_peer()
        if self.is_bound:
            ports.unix.release(self)

    def _lose_peer(self):
        self._peer_has_ended = self._is_broken = True
        self.notify(IN | OUT | HUP)


class UnixDatagram(Datagram):
    """Loses nothing: a full buffer makes the sender wait."""

    def __init__(self, proto=0):
        super().__init__(AF_UNIX, proto)
        self.local = ""
        self.pair = None
        self._held_up = []

    def bind(self, path):
        if self.is_bound:
            raise error("EINVAL")
        ports.unix.bind(self, path)
        self.local = path
        self.is_bound = True

    def connect(self, path):
        self._find(path)
        self.peer = path

    def _find(self, path):
        found = ports.unix.find(path)
        if found.kind != self.kind:
            raise error("EPROTOTYPE")
        return found

    def _dispatch(self, data, address):
        receiver = self._find(address) if self.pair is None else self.pair
        if receiver.is_released:
            raise error("ECONNREFUSED")
        if receiver.is_full:
            receiver._held_up.append(self)
            raise error("EAGAIN")
        receiver.put(data, self.local or None)

    def room_made(self):
        held_up, self._held_up = self._held_up, []
        for sender in held_up:
            sender.notify(OUT)

    def poll(self):
        events = super().poll()
        return events & ~OUT if self.pair is not None and self.pair.is_full else events

    def _no_destination(self):
        return error("ENOTCONN")

    def released(self):
        super().released()
        self.room_made()
        if self.is_bound:
            ports.unix.release(self)


def socketpair(kind: int, proto: int):
    """Two sockets connected to each other."""
    if kind == socket.SOCK_DGRAM:
        a, b = UnixDatagram(proto), UnixDatagram(proto)
        a.pair, b.pair = b, a
        a.peer = b.peer = ""
    else:
        a, b = UnixStream(proto), UnixStream(proto)
        a.peer = b.peer = ""
        _connect(a, b)
    return a, b


def _connect(a: UnixStream, b: UnixStream):
    a_to_b, b_to_a = Wire(), Wire()
    join(a, b, _pipe(a, a_to_b, b_to_a), _pipe(b, b_to_a, a_to_b))


def _pipe(writer, wire_there, wire_back):
    return Pipe(wire_there, wire_back, writer.send_buffer, _ROOM_TO_REPORT)
