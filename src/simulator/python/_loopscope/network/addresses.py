"""Names and addresses, resolved without a network.

There is one machine here, called ``localhost``: 127.0.0.0/8 and ::1. Where no family is asked for,
names mean IPv4, as in a container without IPv6: ``localhost`` is 127.0.0.1, and every host is
0.0.0.0 alone. So a server on port 0 has one port and not two.
"""

import _socket
import operator
import os

from ..errors import error

AF_UNIX = 1
_INET = _socket.AF_INET
_INET6 = _socket.AF_INET6
_FAMILY_NAMES = {_INET: "AF_INET", _INET6: "AF_INET6"}

_inet_pton = _socket.inet_pton
_inet_ntop = _socket.inet_ntop

WILDCARD = {_INET: "0.0.0.0", _INET6: "::"}
LOOPBACK = {_INET: "127.0.0.1", _INET6: "::1"}

OUTSIDE = "there is no network here, only localhost (127.0.0.1)"

_HOST_NAME = "localhost"
_SERVICES = {
    "echo": 7, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80,
    "pop3": 110, "ntp": 123, "imap2": 143, "https": 443, "http-alt": 8080,
}  # fmt: skip
_KINDS = (
    (_socket.SOCK_STREAM, _socket.IPPROTO_TCP),
    (_socket.SOCK_DGRAM, _socket.IPPROTO_UDP),
    (_socket.SOCK_RAW, 0),
)
_NAME_UNKNOWN = "Name or service not known"


def parse(family: int, address, caller: str):
    """The address a program gave to ``caller``, in the form that ``getsockname`` has.

    ``(host, port)``, for IPv6 with flow and scope behind; a path for Unix sockets. Names are
    resolved. The checks are those of ``getsockaddrarg`` in Modules/socketmodule.c.
    """
    if family == AF_UNIX:
        return _parse_path(address)
    name = _FAMILY_NAMES[family]
    if not isinstance(address, tuple):
        raise TypeError(f"{caller}(): {name} address must be tuple, not {type(address).__name__}")
    if family == _INET and len(address) != 2:
        raise TypeError("AF_INET address must be a pair (host, port)")
    if family == _INET6 and not 2 <= len(address) <= 4:
        raise TypeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
    host, port, *rest = address
    port = operator.index(port)
    if not 0 <= port <= 65_535:
        raise OverflowError(f"{caller}(): port must be 0-65535.")
    host = _resolve(host, family)
    return (host, port, *[*rest, 0, 0][: 2 if family == _INET6 else 0])


def _parse_path(address):
    if not isinstance(address, (str, bytes, os.PathLike)):
        raise TypeError(f"a bytes-like object is required, not '{type(address).__name__}'")
    path = os.fspath(address)
    return path if path[:1] == b"\0" else os.fsdecode(os.fsencode(path))


def is_here(family: int, host: str) -> bool:
    """Whether a numeric host is this machine."""
    return host == LOOPBACK[family] or family == _INET and host.startswith("127.")


def unspecified(family: int):
    """The address of an unbound socket: every host, no port."""
    return (WILDCARD[family], 0) if family == _INET else (WILDCARD[family], 0, 0, 0)


def check_local(family: int, host: str):
    """EADDRNOTAVAIL unless a socket can be bound to the host."""
    if host != WILDCARD[family] and not is_here(family, host):
        raise error("EADDRNOTAVAIL", OUTSIDE)


def shown(address) -> str:
    """``127.0.0.1:8888``, ``[::1]:8888``, a path, ``@name``; ``client`` for a socket without one."""
    if isinstance(address, tuple):
        host, port, *_ = address
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return os.fsdecode(address).replace("\0", "@") or "client"


def local_destination(family: int, address):
    """Where a packet for ``address`` goes; ENETUNREACH if that is not this machine."""
    host, port, *rest = address
    if host == WILDCARD[family]:
        host = LOOPBACK[family]
    if not is_here(family, host):
        raise error("ENETUNREACH", OUTSIDE)
    return (host, port, *rest)


def _resolve(host, family: int) -> str:
    """One numeric host for a name; the empty name is every host."""
    text = _text(host)
    if text == "":
        return WILDCARD[family]
    if text == "<broadcast>":
        return "255.255.255.255"
    return _hosts(text, family)[0][1]


def _text(host) -> str:
    return bytes(host).decode() if isinstance(host, (bytes, bytearray)) else host


def _hosts(name: str, family: int):
    """Pairs of family and numeric host for a name; ``gaierror`` if it has none of that family."""
    numeric = _numeric(name)
    if numeric is None:
        if name.rstrip(".").lower() not in (_HOST_NAME, "ip6-localhost", "localhost.localdomain"):
            raise _socket.gaierror(_socket.EAI_NONAME, f"{_NAME_UNKNOWN}: {OUTSIDE}")
        wanted = family or _INET
        return [(wanted, LOOPBACK[wanted])]
    if family not in (0, numeric[0]):
        raise _socket.gaierror(
            _socket.EAI_ADDRFAMILY, "Address family for hostname not supported"
        )
    return [numeric]


def _numeric(name: str):
    for family in (_INET, _INET6):
        try:
            return family, inet_ntop(family, inet_pton(family, name.partition("%")[0]))
        except OSError:
            continue
    return None


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """``_socket.getaddrinfo``: tuples of family, type, protocol, canonical name and address."""
    if family not in (0, _INET, _INET6):
        raise _socket.gaierror(_socket.EAI_FAMILY, "ai_family not supported")
    if host is None:
        wanted = family or _INET
        names = WILDCARD if flags & _socket.AI_PASSIVE else LOOPBACK
        hosts = [(wanted, names[wanted])]
    else:
        text = _text(host)
        if not text or flags & _socket.AI_NUMERICHOST and _numeric(text) is None:
            raise _socket.gaierror(_socket.EAI_NONAME, _NAME_UNKNOWN)
        hosts = _hosts(text, family)
    number = _port_number(port)
    canonical = _text(host) if host is not None and flags & _socket.AI_CANONNAME else ""
    return [
        (kin, kind, protocol, canonical, (ip, number) if kin == _INET else (ip, number, 0, 0))
        for kin, ip in hosts
        for kind, protocol in _KINDS
        if type in (0, kind) and proto in (0, protocol)
    ]


def _port_number(port) -> int:
    if port is None:
        return 0
    if isinstance(port, (bytes, str)):
        text = _text(port)
        if text in _SERVICES:
            return _SERVICES[text]
        if not text.isdecimal():
            raise _socket.gaierror(
                _socket.EAI_SERVICE, "Servname not supported for ai_socktype"
            )
        return int(text)
    return operator.index(port)


def getnameinfo(address, flags):
    """``_socket.getnameinfo``: the names of a numeric address, where it has any."""
    host, port = address[:2]
    numeric = _numeric(host)
    if numeric is None:
        raise _socket.gaierror(_socket.EAI_NONAME, _NAME_UNKNOWN)
    if not flags & _socket.NI_NUMERICHOST and is_here(*numeric):
        host = _HOST_NAME
    services = {} if flags & _socket.NI_NUMERICSERV else {n: s for s, n in _SERVICES.items()}
    return host, services.get(port, str(port))


def gethostname() -> str:
    return _HOST_NAME


def gethostbyname(name) -> str:
    return _resolve(name, _INET)


def gethostbyname_ex(name):
    return _text(name), [], [_resolve(name, _INET)]


def gethostbyaddr(name):
    numeric = _numeric(_text(name))
    family, host = numeric or (_INET, _resolve(name, _INET))
    if not is_here(family, host):
        raise _socket.herror(1, f"Unknown host: {OUTSIDE}")
    return _HOST_NAME, [], [host]


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


def inet_pton(family, text) -> bytes:
    """As ``_socket.inet_pton``, which has no IPv6 here."""
    if family == _INET:
        return _inet_pton(family, text)
    if family != _INET6:
        raise error("EAFNOSUPPORT")
    if ":" in text:
        try:
            return _of_ipv6().IPv6Address(text).packed
        except ValueError:
            pass
    raise OSError("illegal IP address string passed to inet_pton")


def inet_ntop(family, packed) -> str:
    """As ``_socket.inet_ntop``, which has no IPv6 here."""
    if family == _INET:
        return _inet_ntop(family, packed)
    if family != _INET6:
        raise ValueError(f"unknown address family {family}")
    if len(packed) != 16:
        raise ValueError("invalid length of packed IP address string")
    return str(_of_ipv6().IPv6Address(bytes(packed)))


def _of_ipv6():
    """``ipaddress``, which only programs with IPv6 need."""
    import ipaddress

    return ipaddress
