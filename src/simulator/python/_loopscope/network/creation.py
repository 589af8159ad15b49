"""Which kind of endpoint a family, a type and a protocol ask for, and which there is none of."""

import socket

from ..errors import error
from . import datagram, packets, tcp, unix
from .addresses import AF_UNIX
from .endpoint import Endpoint

_INET = (socket.AF_INET, socket.AF_INET6)
_PROTOCOLS = {socket.SOCK_STREAM: socket.IPPROTO_TCP, socket.SOCK_DGRAM: socket.IPPROTO_UDP}
_UNIX = {
    socket.SOCK_STREAM: unix.UnixStream,
    socket.SOCK_DGRAM: unix.UnixDatagram,
    socket.SOCK_SEQPACKET: packets.UnixPackets,
}


_MOST_KINDS = 11
"""Linux's SOCK_MAX."""


def create_endpoint(family: int, kind: int, proto: int) -> Endpoint:
    """What ``socket(2)`` makes; with its errors, those of a user without privileges."""
    if family not in (*_INET, AF_UNIX):
        raise error("EAFNOSUPPORT")
    if not 0 <= kind < _MOST_KINDS:
        raise error("EINVAL")
    if kind == socket.SOCK_RAW:
        raise error("EPERM")
    if kind not in (_UNIX if family == AF_UNIX else _PROTOCOLS):
        raise error("ESOCKTNOSUPPORT")
    if proto not in ((0, _PROTOCOLS[kind]) if family in _INET else (0,)):
        raise error("EPROTONOSUPPORT")
    if family == AF_UNIX:
        return _UNIX[kind]()
    make = tcp.TcpSocket if kind == socket.SOCK_STREAM else datagram.UdpSocket
    return make(family, proto)


def create_pair(family: int, kind: int, proto: int):
    """What ``socketpair(2)`` makes: Unix sockets only, as in Linux; -1 for the default family."""
    if family not in (-1, AF_UNIX):
        raise error("EOPNOTSUPP")
    if kind not in _UNIX:
        raise error("ESOCKTNOSUPPORT")
    if proto != 0:
        raise error("EPROTONOSUPPORT")
    return unix.create_pair(_UNIX[kind])
