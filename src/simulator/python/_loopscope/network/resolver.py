"""``getaddrinfo`` and ``getnameinfo``, as glibc answers."""

import _socket
import re

from ..c_int import c_int
from . import host_names, services
from .hosts import LOOPBACK, NAME_UNKNOWN, WILDCARD, find, is_here, numeric

_INET = _socket.AF_INET
_INET6 = _socket.AF_INET6

_KINDS = (
    (_socket.SOCK_STREAM, _socket.IPPROTO_TCP, "tcp"),
    (_socket.SOCK_DGRAM, _socket.IPPROTO_UDP, "udp"),
    (_socket.SOCK_RAW, 0, None),
)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """``_socket.getaddrinfo``: tuples of family, type, protocol, canonical name and address."""
    if family not in (0, _INET, _INET6):
        raise _socket.gaierror(_socket.EAI_FAMILY, "ai_family not supported")
    if host is None and port is None:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    if flags & ~_FLAGS or host is None and flags & _socket.AI_CANONNAME:
        raise _socket.gaierror(_socket.EAI_BADFLAGS, "Bad value for ai_flags")
    name = None if host is None else host_names.to_look_up(host)
    ports = _ports(port, type, proto, flags)
    hosts = _every_host(family, flags) if name is None else _named_hosts(name, family, flags)
    canonical = name if flags & _socket.AI_CANONNAME else ""
    return [
        (kin, kind, protocol, canonical, (ip, number) if kin == _INET else (ip, number, 0, scope))
        for kin, ip, scope in hosts
        for kind, protocol, number in ports
    ]


_FLAGS = sum(
    getattr(_socket, f"AI_{name}")
    for name in ("PASSIVE", "CANONNAME", "NUMERICHOST", "V4MAPPED", "ALL", "ADDRCONFIG", "NUMERICSERV")
)


def _every_host(family, flags):
    """Of both families where none is asked for: to listen IPv4 first, to connect IPv6, as glibc."""
    names = WILDCARD if flags & _socket.AI_PASSIVE else LOOPBACK
    both = (_INET, _INET6) if flags & _socket.AI_PASSIVE else (_INET6, _INET)
    return [(wanted, names[wanted], 0) for wanted in both if family in (0, wanted)]


def _named_hosts(name, family, flags):
    if not name or flags & _socket.AI_NUMERICHOST and numeric(name) is None:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    return find(name, family)


_NUMBER = re.compile(r"\s*\+?(\d+)", re.ASCII)


def _ports(port, type, proto, flags):
    """Of each kind of socket that is asked for, its protocol and the port of the service there."""
    kinds = [each for each in _KINDS if type in (0, each[0]) and proto in (0, each[1])]
    if type and not kinds:
        raise _socket.gaierror(_socket.EAI_SOCKTYPE, "ai_socktype not supported")
    name = _service(port)
    number = _NUMBER.fullmatch(name)
    if number:
        # As glibc, which takes the lowest 16 bits of any number.
        found = [(*each[:2], int(number[1]) & 0xFFFF) for each in kinds if type != _socket.SOCK_RAW]
    elif flags & _socket.AI_NUMERICSERV:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    else:
        named = ((*each[:2], services.port_of(name, each[2])) for each in kinds)
        found = [each for each in named if each[2] is not None]
    if not found:
        raise _socket.gaierror(_socket.EAI_SERVICE, "Servname not supported for ai_socktype")
    return found


def _service(port) -> str:
    """What is asked for as text; C reads no further than a null character."""
    if port is None:
        return "0"
    if isinstance(port, (str, bytes)):
        text = port.encode() if isinstance(port, str) else port
        return text.partition(b"\0")[0].decode(errors="replace") or "0"
    if type(port) is not int:
        raise OSError("Int or String expected")
    # What has no room in a number of C's is no port's.
    return str(port) if port < 2**63 else "-1"


def getnameinfo(address, flags, /):
    """``_socket.getnameinfo``: the names of a numeric address, where it has any."""
    if not isinstance(address, tuple):
        raise TypeError("getnameinfo() argument 1 must be a tuple")
    if not 2 <= len(address) <= 4 or not isinstance(address[0], str):
        raise TypeError("getnameinfo(): illegal sockaddr argument")
    host, port, *rest = address
    port = c_int(port)
    if port < 0:
        raise _socket.gaierror(_socket.EAI_SERVICE, "Servname not supported for ai_socktype")
    port &= 0xFFFF
    found = numeric(host)
    if found is None:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    scope = _socket.if_indextoname(rest[1]) if rest[1:] and rest[1] else ""
    host = f"{found[1]}%{scope}" if scope else found[1]
    if not flags & _socket.NI_NUMERICHOST and is_here(*found[:2]):
        host = _socket.gethostname()
    elif flags & _socket.NI_NAMEREQD and not flags & _socket.NI_NUMERICHOST:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    protocol = "udp" if flags & _socket.NI_DGRAM else "tcp"
    name = None if flags & _socket.NI_NUMERICSERV else services.name_of(port, protocol)
    return host, name or str(port)
