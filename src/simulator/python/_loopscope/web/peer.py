"""The far end of a connection to the simulated web."""

from .. import kernel
from ..network import services
from ..network.tcp import TcpSocket
from . import settings
from .service import IDLE_NS, Misled, Service

_CHUNK = 65_536

_SECURE, _PLAIN = (443, 8443), (80, 8080)
"""Ports of one kind alone; others take both."""

_TLS_HANDSHAKE = 0x16
"""The first byte of a client that speaks TLS."""


def listeners_at(name, port, family) -> list:
    """Who takes connections there: nobody at the ports of other services, or where it is refused."""
    service = services.name_of(port, "tcp")
    is_web = service in (None, "http", "https", "http-alt")
    return [_Listener(family, name, port)] if is_web and not settings.refuses(name) else []


class _Listener:
    """Stands in for a socket that listens."""

    is_full = False
    send_buffer = TcpSocket.send_buffer
    receive_buffer = TcpSocket.receive_buffer

    def __init__(self, family, name, port):
        self.family = family
        self._name = name
        self._port = port

    def child(self, proto):
        return Peer(self.family, proto, self._name, self._port)

    def admit(self, child):
        child.begin()


class Peer(TcpSocket):
    """Reads all that comes, at once, and gives it to whoever speaks for the host."""

    def __init__(self, family, proto, name, port):
        super().__init__(family, proto)
        self._name = name
        self._port = port
        self.label = f"{name}:{port}"
        self._unsent = bytearray()
        self._is_closing = False
        self._service = None

    def begin(self):
        """Somebody has connected. Who says nothing is not waited for without end."""
        kernel.schedule(kernel.now_ns() + IDLE_NS, lambda: self._service or self.close())

    @property
    def is_open(self) -> bool:
        return self.can_write and not self._is_closing

    def bytes_arrived(self):
        while self.is_open and self.incoming.has_arrived:
            data = self.incoming.read(_CHUNK)
            # Nobody in the program has read it.
            self.incoming.last_reader = None
            self._take(data)

    def _take(self, data):
        self._service = self._service or self._service_for(data[0] == _TLS_HANDSHAKE)
        self._service.receive(data)

    def _service_for(self, is_tls):
        if is_tls != (self._port in _SECURE) and self._port in (*_SECURE, *_PLAIN):
            return Misled(self)
        if not is_tls:
            return Service(self, "http", self._name)
        from .secure import Secure

        return Secure(self, self._name, lambda line: Service(line, "https", self._name))

    def end_arrived(self):
        self._peer_has_ended = True
        if self._service is None or not self._service.is_busy:
            self.close()

    def room_made(self):
        self._flush()

    def send(self, data):
        self._unsent += data
        self._flush()

    def close(self):
        """Once all is sent."""
        self._is_closing = True
        self._flush()

    def reset(self):
        self._unsent.clear()
        self.reset_peer()

    def _flush(self):
        if not self.can_write:
            return
        while self._unsent:
            count = self.outgoing.write(self._unsent)
            self.outgoing.last_writer = None
            if count == 0:
                return
            del self._unsent[:count]
        if self._is_closing:
            self._has_ended = True
            self.outgoing.end()
