"""What every kind of virtual socket has: addresses, options and a pending error."""

import socket
import struct

from .. import kernel
from ..errors import error
from .options import Options
from .readiness import Pollable


class Endpoint(Pollable):
    """The inside of a socket: a :class:`Pollable` that belongs to one address family.

    Its operations never block. Where they would have to, they raise ``BlockingIOError``.
    """

    kind: int
    """SOCK_STREAM or SOCK_DGRAM."""
    default_proto = 0
    label = None
    """What it is called where its address alone would say little."""
    send_buffer = receive_buffer = 212_992
    """Bytes; Linux's net.core.wmem_default and rmem_default."""

    def __init__(self, family: int, proto: int):
        super().__init__()
        self.family = family
        self.proto = proto
        self.local = None
        self.peer = None
        self.is_bound = False
        self.is_listening = False
        self.is_released = False
        self.pending_error = None
        self.server = None
        """The number it has in the trace as a server; see ``servers.py``."""
        self._options = Options(family, self.kind)
        self.owner = kernel.process.pid

    @property
    def wires(self):
        """What carries its messages: out, and for a connection back as well."""
        return ()

    def released(self):
        self.is_released = True

    def check_unbound(self):
        if self.is_bound:
            raise error("EINVAL")

    # As a descriptor, for ``os.read`` and ``os.write``.

    def read(self, limit: int) -> bytes:
        return self.receive_from(limit)[0]

    def write(self, data) -> int:
        return self.send_to(data, None)

    def raise_error(self):
        """Raise the pending error, once."""
        if pending := self.take_error():
            raise pending

    def take_error(self):
        pending, self.pending_error = self.pending_error, None
        return pending

    def has_option(self, level: int, name: int) -> bool:
        return bool(self._options.get(level, name))

    @property
    def reuses_address(self) -> bool:
        return self.has_option(socket.SOL_SOCKET, socket.SO_REUSEADDR)

    @property
    def reuses_port(self) -> bool:
        return self.has_option(socket.SOL_SOCKET, socket.SO_REUSEPORT)

    def get_option(self, level: int, name: int):
        """A number, or bytes for a structure."""
        if level == socket.SOL_SOCKET:
            match name:
                case socket.SO_ERROR:
                    pending = self.take_error()
                    return pending.errno if pending else 0
                case socket.SO_TYPE:
                    return int(self.kind)
                case socket.SO_DOMAIN:
                    return self.family
                case socket.SO_PROTOCOL:
                    return self.proto or self.default_proto
                case socket.SO_ACCEPTCONN:
                    return int(self.is_listening)
                case socket.SO_SNDBUF:
                    return self.send_buffer
                case socket.SO_RCVBUF:
                    return self.receive_buffer
                case socket.SO_PEERCRED:
                    return self.peer_credentials
        return self._options.get(level, name)

    def set_option(self, level: int, name: int, value):
        self._options.set(level, name, value)
        if level == socket.SOL_SOCKET and name == socket.SO_SNDBUF:
            self.send_buffer = self._options.get(level, name)
        if level == socket.SOL_SOCKET and name == socket.SO_RCVBUF:
            self.receive_buffer = self._options.get(level, name)

    @property
    def peer_credentials(self) -> bytes:
        """``struct ucred``: the process, user and group at the other end, where that is known."""
        return struct.pack("3i", 0, -1, -1)

    @property
    def resets_on_close(self) -> bool:
        """SO_LINGER with a time of zero: closing throws away what is unsent, and resets."""
        linger = self._options.get(socket.SOL_SOCKET, socket.SO_LINGER)
        return struct.unpack("ii", linger) == (1, 0)
