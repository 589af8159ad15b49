"""Unix sockets: connected within the call, and at once aware of their peer's end.

The rules are those of net/unix/af_unix.c in Linux. They know no latency: there is no wire.
"""

import itertools
import socket
import struct

from .. import servers, users
from ..errors import error
from . import ports
from .addresses import AF_UNIX, shown
from .datagram import Datagram
from .endpoint import Endpoint
from .readiness import HUP, IN, OUT
from .stream import Stream, join
from .wire import Wire


class _UnixSocket(Endpoint):
    """Bound to a path in the file system, or to an abstract name."""

    def __init__(self, proto=0):
        super().__init__(AF_UNIX, proto)
        self.local = ""

    def bind(self, path):
        """To the empty path: to an abstract name that nobody has, where it has none yet."""
        if self.is_bound and not path:
            return
        self.check_unbound()
        path = path or b"\0%05x" % next(_free_names)
        ports.unix.bind(self, path)
        self.local = path
        self.is_bound = True

    def released(self):
        super().released()
        if self.is_bound:
            ports.unix.release(self)


_free_names = itertools.count()


class UnixStream(_UnixSocket, Stream):
    """Knows at once when its peer has closed, and can't send then."""

    room_to_report = 3 / 4
    """As ``unix_writable``: at most a quarter of the buffer may be taken."""

    def __init__(self, proto=0):
        super().__init__(proto)
        self._knocking = []

    def listen(self, backlog):
        if not self.is_bound:
            raise error("EINVAL")
        super().listen(backlog)

    def connect(self, path):
        if self.outgoing is not None:
            raise error("EISCONN")
        if self.is_listening:
            raise error("EINVAL")
        listener = ports.unix.find(path)
        if listener.kind != self.kind:
            raise error("EPROTOTYPE")
        if not listener.is_listening:
            raise error("ECONNREFUSED")
        if listener.is_full:
            listener._knocking.append(self)
            raise error("EAGAIN")
        child = type(self)(self.proto)
        child.local, self.peer, child.peer = path, path, self.local
        child.owner = listener.owner
        join(self, child, Wire(), Wire())
        listener.admit(child)

    def capacity_to(self, reader):
        return self.send_buffer

    @property
    def peer_credentials(self):
        if self.outgoing is None:
            return super().peer_credentials
        return struct.pack("3i", self.outgoing.reader.owner, users.UID, users.GID)

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
            self.outgoing.reader._lose_reader()
        if self.is_connected:
            super().shutdown(how)

    def send_to(self, data, address):
        if address is not None:
            raise error("EOPNOTSUPP" if self.outgoing is None else "EISCONN")
        return super().send_to(data, None)

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

    def _lose_reader(self):
        self._has_ended = True
        self.notify(OUT)

    def _lose_peer(self):
        self._peer_has_ended = self._is_broken = True
        self.notify(IN | OUT | HUP)


class UnixDatagram(_UnixSocket, Datagram):
    """Loses nothing: a full buffer makes the sender wait."""

    def __init__(self, proto=0):
        super().__init__(proto)
        self.pair = None
        self._held_up = []

    def bind(self, path):
        super().bind(path)
        servers.listens(self, f"{shown(path)} (datagrams)")

    def connect(self, path):
        self._find(path)
        self.peer = path
        servers.closed(self)

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
        servers.closed(self)
        self.room_made()


def create_pair(make):
    """Two sockets connected to each other, made by ``make()``."""
    a, b = make(), make()
    if isinstance(a, Datagram):
        a.pair, b.pair = b, a
    else:
        join(a, b, Wire(), Wire())
    a.peer = b.peer = ""
    return a, b
