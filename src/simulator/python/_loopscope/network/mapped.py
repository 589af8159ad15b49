"""IPv4 addresses as sockets of IPv6 have them: ``::ffff:127.0.0.1`` stands for ``127.0.0.1``."""

import _socket

from . import outside
from .hosts import LOOPBACK

_INET, _INET6 = _socket.AF_INET, _socket.AF_INET6
_PREFIX = "::ffff:"


def plain(family: int, host: str):
    """The family and the host that are meant."""
    if family == _INET6 and host.startswith(_PREFIX) and "." in host:
        return _INET, host.removeprefix(_PREFIX)
    return family, host


def address_for(family: int, address):
    """How a socket of that family has an address of either."""
    host, port, *rest = address
    if family == _INET:
        return plain(_INET6, host)[1], port
    return (host if ":" in host else _PREFIX + host, port, *(rest or (0, 0)))


def source_for(family: int, host: str) -> str:
    """This machine, as a socket of that family has it that sends to ``host``."""
    meant, bare = plain(family, host)
    here = outside.HERE if outside.name_of(bare) else LOOPBACK[meant]
    return here if meant == family else _PREFIX + here
