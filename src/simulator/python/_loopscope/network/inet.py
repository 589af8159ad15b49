"""What TCP and UDP sockets share: they are bound to a host and a port."""

import socket

from ..errors import error
from .addresses import check_local, local_destination, unspecified
from .endpoint import Endpoint
from .hosts import WILDCARD
from .mapped import plain, source_for
from .ports import Ports

_V6ONLY = (socket.IPPROTO_IPV6, socket.IPV6_V6ONLY)
"""Without it a socket of IPv6 that is bound to every host is so to those of IPv4 as well."""


class InetSocket(Endpoint):
    """An endpoint of IPv4 or IPv6."""

    ports: Ports
    """Those of its protocol."""

    def __init__(self, family, proto):
        super().__init__(family, proto)
        self.local = unspecified(family)

    def bind(self, address):
        self.check_unbound()
        check_local(self.family, address[0])
        self.take_port(address)

    def take_port(self, address):
        host, port, *rest = address
        self.local = (host, self.ports.bind(self, host, port), *rest)
        self.is_bound = True

    @property
    def is_for_ipv6_only(self) -> bool:
        return self.family == socket.AF_INET6 and self.has_option(*_V6ONLY)

    def set_option(self, level, name, value):
        if (level, name) == _V6ONLY and self.is_bound:
            raise error("EINVAL")
        super().set_option(level, name, value)

    def destination(self, address):
        """Where a packet for ``address`` goes; ENETUNREACH if this socket does not reach that."""
        found = local_destination(self.family, address)
        if self.is_for_ipv6_only and plain(self.family, found[0])[0] != self.family:
            raise error("ENETUNREACH")
        return found

    def choose_source(self, peer):
        """Before connecting: whoever is bound to nothing, or to every host, gets an address."""
        host = source_for(self.family, peer[0])
        if not self.is_bound:
            self.take_port((host, 0, *self.local[2:]))
        elif self.local[0] == WILDCARD[self.family]:
            self.local = (host, *self.local[1:])

    def released(self):
        super().released()
        if self.is_bound:
            self.ports.release(self)
