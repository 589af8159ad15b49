"""Connected streams: what TCP and Unix stream sockets have in common.

How a connection comes about is in ``tcp.py`` and ``unix.py``. What happens to one that breaks
follows ``tcp_sendmsg``, ``tcp_recvmsg`` and ``tcp_poll`` in Linux.
"""

import collections
import socket

from .. import servers
from ..errors import error
from .addresses import shown
from .endpoint import Endpoint
from .pipe import Pipe
from .readiness import ERR, HUP, IN, OUT, RDHUP

MOST_BACKLOG = 4096
"""Linux's net.core.somaxconn."""


class Stream(Endpoint):
    """A stream socket: fresh, listening, connecting or connected."""

    kind = socket.SOCK_STREAM
    room_to_report: float
    """See :class:`Pipe`."""

    def __init__(self, family, proto):
        super().__init__(family, proto)
        self.is_connecting = False
        self.has_failed = False
        """Whether the last attempt to connect came to nothing."""
        self.incoming = self.outgoing = None
        self._has_ended = False
        self._peer_has_ended = False
        self._stopped_reading = False
        self._is_broken = False
        self._accepting = collections.deque()
        self._most_accepting = 0

    @property
    def is_connected(self) -> bool:
        both_ended = self._has_ended and self._peer_has_ended
        return self.outgoing is not None and not self._is_broken and not both_ended

    @property
    def can_write(self) -> bool:
        return not (self._has_ended or self._is_broken or self.is_released)

    @property
    def can_read(self) -> bool:
        return not (self._stopped_reading or self._is_broken or self.is_released)

    def pipe_for(self, event):
        return self.incoming if event == IN else self.outgoing

    # Listening

    def listen(self, backlog: int):
        servers.listens(self, shown(self.local))
        self.is_listening = True
        self._most_accepting = min(max(backlog, 0), MOST_BACKLOG) + 1

    @property
    def is_full(self) -> bool:
        """Whether no further connection may queue to be accepted; one more than asked for may."""
        return len(self._accepting) >= self._most_accepting

    def admit(self, child: "Stream"):
        """A connection is complete: it can be accepted."""
        servers.admits(self, child)
        self._accepting.append(child)
        self.notify(IN)

    def accept(self) -> "Stream":
        if not self.is_listening:
            raise error("EINVAL")
        if not self._accepting:
            raise error("EAGAIN")
        return self._accepting.popleft()

    def _stop_listening(self):
        self.is_listening = False
        servers.closed(self)
        for child in self._accepting:
            child.reset_peer()
        self._accepting.clear()

    # Sending and receiving

    def capacity_to(self, reader: "Stream") -> int:
        """How many bytes may be sent that ``reader`` has not read."""
        raise NotImplementedError

    def send_to(self, data, _address) -> int:
        """Take as many bytes as there is room for. They can only go to the peer."""
        self._check_sending()
        count = self.outgoing.write(data)
        if count == 0 and len(data) > 0:
            raise error("EAGAIN")
        return count

    def _check_sending(self):
        self.raise_error()
        if self.is_connecting:
            raise error("EAGAIN")
        if self.outgoing is None or self._has_ended or self._is_broken:
            raise error("EPIPE")

    def receive_from(self, limit: int, peek: bool = False):
        """What has arrived, ``b""`` once the peer has ended its side; and no address."""
        return self._receive(limit, peek), None

    def _receive(self, limit, peek):
        if self.incoming is not None:
            if self.incoming.has_arrived:
                return self.incoming.read(limit, peek)
            if self._peer_has_ended:
                return b""
            self.raise_error()
            if self._stopped_reading or self._is_broken:
                return b""
        elif not self.is_connecting:
            raise self._not_connected()
        raise error("EAGAIN")

    def _not_connected(self) -> OSError:
        return error("ENOTCONN")

    def shutdown(self, how: int):
        if self.is_listening:
            self._stop_listening()
            self.notify(IN | OUT | HUP)
            return
        if not self.is_connected:
            raise error("ENOTCONN")
        if how != socket.SHUT_WR:
            self._stopped_reading = True
        if how != socket.SHUT_RD and not self._has_ended:
            self._has_ended = True
            self.outgoing.end()
        self.notify(IN | OUT | HUP)

    # What arrives from the peer

    def bytes_arrived(self):
        self.notify(IN)

    def end_arrived(self):
        self._peer_has_ended = True
        self.notify(IN | RDHUP)

    def room_made(self):
        self.notify(OUT)

    def reset_arrived(self):
        """The connection is gone. What had arrived can still be read."""
        if self.is_released or self._is_broken:
            return
        self.pending_error = error("EPIPE" if self._peer_has_ended else "ECONNRESET")
        self._is_broken = True
        self.notify(IN | OUT | ERR | HUP)

    def reset_peer(self):
        """Break the connection for the other side."""
        self._is_broken = True
        if self.outgoing is not None:
            self.outgoing.wire.carry(self.outgoing.reader.reset_arrived)

    def released(self):
        super().released()
        if self.is_listening:
            self._stop_listening()
        if self.outgoing is None or self._is_broken:
            return
        if self.incoming.has_arrived or self.resets_on_close:
            self.reset_peer()
        elif not self._has_ended:
            self._has_ended = True
            self.outgoing.end()

    def poll(self) -> int:
        if self.is_listening:
            return IN if self._accepting else 0
        if self.is_connecting:
            return 0
        if self.outgoing is None:
            return OUT | HUP | (IN | RDHUP if self.has_failed else 0) | (ERR if self.pending_error else 0)
        reading_is_over = self._peer_has_ended or self._stopped_reading
        events = ERR if self.pending_error else 0
        if self._is_broken or (reading_is_over and self._has_ended):
            events |= HUP
        if self._is_broken or reading_is_over:
            events |= IN | RDHUP
        elif self.incoming.has_arrived:
            events |= IN
        if self._is_broken or self._has_ended or self.outgoing.is_writable:
            events |= OUT
        return events


def join(a: Stream, b: Stream, wire_there, wire_back):
    """Connect two streams by the two wires between them."""
    a.outgoing = b.incoming = Pipe(a, b, wire_there, wire_back)
    b.outgoing = a.incoming = Pipe(b, a, wire_back, wire_there)
