"""Which socket has which port, and which Unix socket which path."""

import itertools
import stat
from socket import AF_INET

from ..errors import error
from ..files import nodes
from .hosts import WILDCARD
from .mapped import plain

FIRST_EPHEMERAL = 49_152
LAST_PORT = 65_535
"""The range that IANA sets aside for ports that nobody asked for by number."""

FIRST_UNPRIVILEGED = 1024


class Ports:
    """The ports of one protocol. Ephemeral ones are given out in ascending order."""

    def __init__(self):
        self._bound = {}
        self._next_ephemeral = FIRST_EPHEMERAL

    def bind(self, endpoint, host: str, port: int) -> int:
        """Give ``endpoint`` the port, or with 0 a free one; which it is."""
        if port == 0:
            port = self._ephemeral(endpoint, host)
        elif port < FIRST_UNPRIVILEGED:
            raise error("EACCES")
        elif self._conflicts(endpoint, host, port):
            raise error("EADDRINUSE")
        self._bound.setdefault(port, []).append(endpoint)
        return port

    def __iter__(self):
        return itertools.chain.from_iterable(self._bound.values())

    def release(self, endpoint):
        endpoints = self._bound.get(endpoint.local[1], [])
        if endpoint in endpoints:
            endpoints.remove(endpoint)

    def find(self, family: int, host: str, port: int) -> list:
        """Who is bound there: to exactly this host, or else to every host."""
        bound, meant = self._bound.get(port, ()), plain(family, host)
        exact = [other for other in bound if plain(other.family, other.local[0]) == meant]
        return exact or [other for other in bound if _takes_all(other, other.local[0], meant[0])]

    def _ephemeral(self, endpoint, host) -> int:
        for _ in range(FIRST_EPHEMERAL, LAST_PORT + 1):
            port = self._next_ephemeral
            self._next_ephemeral = port + 1 if port < LAST_PORT else FIRST_EPHEMERAL
            if not self._conflicts(endpoint, host, port):
                return port
        raise error("EADDRINUSE")

    def _conflicts(self, endpoint, host, port) -> bool:
        return any(
            _overlaps(endpoint, host, other) and not _may_share(endpoint, other)
            for other in self._bound.get(port, ())
        )


def _overlaps(endpoint, host, other) -> bool:
    own, others = plain(endpoint.family, host), plain(other.family, other.local[0])
    return (
        own == others
        or _takes_all(endpoint, host, others[0])
        or _takes_all(other, other.local[0], own[0])
    )


def _takes_all(endpoint, host, family) -> bool:
    """Whether it is bound, at ``host``, to every host of that family."""
    if host != WILDCARD[endpoint.family]:
        return False
    return family == endpoint.family or family == AF_INET and not endpoint.is_for_ipv6_only


def _may_share(endpoint, other) -> bool:
    """As ``inet_csk_bind_conflict`` in Linux: a port that is listened on is not for reuse."""
    if endpoint.reuses_port and other.reuses_port:
        return True
    return endpoint.reuses_address and other.reuses_address and not other.is_listening


class Paths:
    """The names of Unix sockets. As Linux, it goes by inode: to remove the file hides the socket."""

    def __init__(self):
        self._bound = {}

    def bind(self, endpoint, name):
        """Bind to a path, for which a file is made, or to an abstract name (``b"\\0…"``)."""
        if is_abstract(name):
            key = name
            if key in self._bound:
                raise error("EADDRINUSE")
        else:
            try:
                key = nodes.make(name, stat.S_IFSOCK, 0o755)
            except FileExistsError:
                raise error("EADDRINUSE") from None
            except FileNotFoundError:
                raise error("ENOENT") from None
        self._bound[key] = endpoint

    def find(self, name):
        """The socket of that name. ENOENT without such a file, ECONNREFUSED without a socket."""
        if not name:
            raise error("EINVAL")
        key = name if is_abstract(name) else nodes.key_of(name)
        if key is None:
            raise error("ENOENT")
        endpoint = self._bound.get(key)
        if endpoint is None or endpoint.is_released:
            raise error("ECONNREFUSED")
        return endpoint

    def release(self, endpoint):
        if is_abstract(endpoint.local):
            del self._bound[endpoint.local]


def is_abstract(name) -> bool:
    return name[:1] == b"\0"


tcp = Ports()
udp = Ports()
unix = Paths()
