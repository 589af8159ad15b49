"""``getaddrinfo`` and its kin, and the services that have a name."""

import _socket
import operator

from .hosts import LOOPBACK, NAME_UNKNOWN, WILDCARD, find, is_here, numeric, text

_INET = _socket.AF_INET
_INET6 = _socket.AF_INET6

_SERVICES = {
    "echo": 7, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80,
    "pop3": 110, "ntp": 123, "imap2": 143, "https": 443, "http-alt": 8080,
}  # fmt: skip
_KINDS = (
    (_socket.SOCK_STREAM, _socket.IPPROTO_TCP),
    (_socket.SOCK_DGRAM, _socket.IPPROTO_UDP),
    (_socket.SOCK_RAW, 0),
)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """``_socket.getaddrinfo``: tuples of family, type, protocol, canonical name and address."""
    if family not in (0, _INET, _INET6):
        raise _socket.gaierror(_socket.EAI_FAMILY, "ai_family not supported")
    if host is None and port is None:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    hosts = _every_host(family, flags) if host is None else _named_hosts(host, family, flags)
    number = _port_number(port)
    canonical = text(host) if host is not None and flags & _socket.AI_CANONNAME else ""
    return [
        (kin, kind, protocol, canonical, (ip, number) if kin == _INET else (ip, number, 0, scope))
        for kin, ip, scope in hosts
        for kind, protocol in _KINDS
        if type in (0, kind) and proto in (0, protocol)
    ]


def _every_host(family, flags):
    """Of both families where none is asked for: to listen IPv4 first, to connect IPv6, as glibc."""
    names = WILDCARD if flags & _socket.AI_PASSIVE else LOOPBACK
    both = (_INET, _INET6) if flags & _socket.AI_PASSIVE else (_INET6, _INET)
    return [(wanted, names[wanted], 0) for wanted in both if family in (0, wanted)]


def _named_hosts(host, family, flags):
    name = text(host)
    if not name or flags & _socket.AI_NUMERICHOST and numeric(name) is None:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    return find(name, family)


def _port_number(port) -> int:
    """As glibc, which takes the lowest 16 bits of any number."""
    if port is None:
        return 0
    if isinstance(port, (bytes, str)):
        name = text(port)
        if name in _SERVICES:
            return _SERVICES[name]
    else:
        if not hasattr(port, "__index__"):
            raise OSError("Int or String expected")
        name = str(operator.index(port))
    if name and (not name.isdecimal() or int(name) >= 2**63):
        raise _socket.gaierror(_socket.EAI_SERVICE, "Servname not supported for ai_socktype")
    return int(name or 0) & 0xFFFF


def getnameinfo(address, flags):
    """``_socket.getnameinfo``: the names of a numeric address, where it has any."""
    host, port = address[:2]
    found = numeric(host)
    if found is None:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    if not flags & _socket.NI_NUMERICHOST and is_here(*found[:2]):
        host = _socket.gethostname()
    services = {} if flags & _socket.NI_NUMERICSERV else {n: s for s, n in _SERVICES.items()}
    return host, services.get(port, str(port))


def getservbyname(service, protocol="tcp") -> int:
    try:
        return _SERVICES[service]
    except KeyError:
        raise OSError("service/proto not found") from None


def getservbyport(port, protocol="tcp") -> str:
    for service, number in _SERVICES.items():
        if number == port:
            return service
    raise OSError("port/proto not found")
