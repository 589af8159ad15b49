"""What TCP and UDP sockets share: they are bound to a host and a port."""

from .addresses import check_local, unspecified
from .endpoint import Endpoint
from .hosts import LOOPBACK, WILDCARD
from .ports import Ports


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

    def choose_source(self):
        """Before connecting: whoever is bound to nothing, or to every host, gets an address."""
        host = LOOPBACK[self.family]
        if not self.is_bound:
            self.take_port((host, 0, *self.local[2:]))
        elif self.local[0] == WILDCARD[self.family]:
            self.local = (host, *self.local[1:])

    def released(self):
        super().released()
        if self.is_bound:
            self.ports.release(self)
