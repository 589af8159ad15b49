"""The options of a socket: which there are, what they are at first, and what they may be set to.

What Linux answers (net/core/sock.c, net/ipv4, net/unix). Most change nothing here.
"""

import _socket
import socket
import struct

from ..errors import error

_SOCKET, _IP, _TCP, _IPV6 = _socket.SOL_SOCKET, 0, _socket.IPPROTO_TCP, _socket.IPPROTO_IPV6
_PREFIXES = {_SOCKET: "SO_", _IP: "IP_", _TCP: "TCP_", _IPV6: "IPV6_"}

_FLAGS = (
    *("SO_REUSEADDR", "SO_REUSEPORT", "SO_KEEPALIVE", "SO_BROADCAST", "SO_DEBUG", "SO_DONTROUTE"),
    *("SO_OOBINLINE", "SO_PASSCRED", "TCP_NODELAY", "TCP_CORK", "TCP_QUICKACK", "IPV6_V6ONLY"),
    *("IP_MULTICAST_LOOP", "IPV6_MULTICAST_LOOP"),
)
"""Set to any number, these are 1 or 0."""

_INITIAL = {
    "SO_RCVLOWAT": 1, "SO_SNDLOWAT": 1, "SO_INCOMING_CPU": -1, "TCP_KEEPIDLE": 7200, "TCP_KEEPINTVL": 75,
    "TCP_KEEPCNT": 9, "TCP_SYNCNT": 6, "TCP_LINGER2": 60, "TCP_MAXSEG": 536, "TCP_QUICKACK": 1,
    "IP_TTL": 64, "IP_MULTICAST_TTL": 1, "IP_MULTICAST_LOOP": 1, "IPV6_UNICAST_HOPS": 64,
    "IPV6_MULTICAST_HOPS": 1, "IPV6_MULTICAST_LOOP": 1,
}  # fmt: skip
"""What is not 0 at first."""

_LARGEST = {"TCP_KEEPIDLE": 32767, "TCP_KEEPINTVL": 32767, "TCP_KEEPCNT": 127, "TCP_SYNCNT": 127, "IP_TTL": 255}
"""Of what must be 1 at least."""

_READ_ONLY = (
    *("SO_ERROR", "SO_TYPE", "SO_DOMAIN", "SO_PROTOCOL", "SO_ACCEPTCONN", "SO_PEERCRED", "SO_SNDLOWAT"),
    "TCP_INFO",
)

_STRUCTURES = {"SO_LINGER": 8, "SO_RCVTIMEO": 8, "SO_SNDTIMEO": 8}
"""Bytes at least: what is no number."""

_SMALLEST = {"SO_SNDBUF": 4608, "SO_RCVBUF": 2304}
_LARGEST_BUFFER = 212_992
"""Linux doubles what is asked for, up to net.core.wmem_max, and keeps at least the smallest."""

_MULTICAST = ("IP_ADD_MEMBERSHIP", "IPV6_JOIN_GROUP")


_name_of = {}


def install():
    """Learn the numbers; not before ``_socket`` has all of Linux's."""
    for level, prefix in _PREFIXES.items():
        for name, number in vars(_socket).items():
            if name.startswith(prefix) and "_DEFAULT_" not in name:
                _name_of[level, number] = name


class Options:
    """Those of one endpoint."""

    def __init__(self, family, kind):
        self._family = family
        self._levels = {_SOCKET}
        if family in (socket.AF_INET, socket.AF_INET6):
            self._levels |= {_IP, *({_TCP} if kind == socket.SOCK_STREAM else ())}
        if family == socket.AF_INET6:
            self._levels.add(_IPV6)
        self._values = {}

    def get(self, level: int, number: int):
        """A number, or bytes for a structure."""
        name = self._name(level, number, "EOPNOTSUPP")
        initial = bytes(_STRUCTURES[name]) if name in _STRUCTURES else _INITIAL.get(name, 0)
        return self._values.get(name, initial)

    def set(self, level: int, number: int, value):
        """:param value: a number or bytes."""
        name = self._name(level, number, "ENOPROTOOPT")
        size = _STRUCTURES.get(name, _INT_BYTES)
        if size > _INT_BYTES if isinstance(value, int) else len(value) < size:
            raise error("EINVAL")
        if name in _READ_ONLY:
            raise error("ENOPROTOOPT")
        if name in _MULTICAST:
            raise error("ENODEV", "there is no multicast here")
        self._values[name] = value[:size] if name in _STRUCTURES else self._checked(name, value)

    def _checked(self, name, value) -> int:
        number = value if isinstance(value, int) else struct.unpack_from("i", value)[0]
        if name == "SO_REUSEPORT" and number and _IP not in self._levels:
            raise error("EOPNOTSUPP")
        if name in _LARGEST and not 1 <= number <= _LARGEST[name]:
            raise error("EINVAL")
        if name in _SMALLEST:
            asked = number if 0 <= number < _LARGEST_BUFFER else _LARGEST_BUFFER
            return max(2 * asked, _SMALLEST[name])
        return int(bool(number)) if name in _FLAGS else number

    def _name(self, level, number, failure):
        if level not in self._levels:
            raise error(failure if _IP in self._levels else "EOPNOTSUPP")
        name = _name_of.get((level, number))
        if name is None:
            raise error("ENOPROTOOPT")
        if name == "SO_PASSCRED" and _IP in self._levels:
            raise error("EOPNOTSUPP")
        return name


_INT_BYTES = 4
