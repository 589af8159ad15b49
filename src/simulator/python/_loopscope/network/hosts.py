"""Hosts: their names, and their addresses as text.

This machine is called ``localhost``: 127.0.0.0/8 and ::1. Other names are those of ``outside``. The name means IPv4 where no
family is asked for, as in a container without IPv6, so a server at ``localhost`` on port 0 has one
port and not two.
"""

import _socket
import os

from ..errors import error
from . import host_names, ipv4, outside

_INET = _socket.AF_INET
_INET6 = _socket.AF_INET6

_inet_pton = _socket.inet_pton
_inet_ntop = _socket.inet_ntop

WILDCARD = {_INET: "0.0.0.0", _INET6: "::"}
LOOPBACK = {_INET: "127.0.0.1", _INET6: "::1"}
BROADCAST = "255.255.255.255"

OUTSIDE = "of other machines only those can be reached that have a name"
NAME_UNKNOWN = outside.NAME_UNKNOWN

_HOST_NAME = "localhost"
_INTERFACES = {1: "lo"}


def is_here(family: int, host: str) -> bool:
    """Whether a numeric host is this machine."""
    return host == LOOPBACK[family] or family == _INET and host.startswith("127.")


def resolve(name: str, family: int) -> str:
    """One numeric host for a name; the empty name is every host."""
    if name == "":
        return WILDCARD[family]
    if name == "<broadcast>":
        return BROADCAST
    return find(name, family)[0][1]


def find(name: str, family: int):
    """Of a name, its family, its numeric host and its scope; ``gaierror`` if it has none of that family."""
    found = numeric(name)
    if found is None:
        if name.rstrip(".").lower() not in (_HOST_NAME, "ip6-localhost", "localhost.localdomain"):
            return [(_INET, outside.find(name, family), 0)]
        wanted = family or _INET
        return [(wanted, LOOPBACK[wanted], 0)]
    if family not in (0, found[0]):
        raise _socket.gaierror(
            _socket.EAI_ADDRFAMILY, "Address family for hostname not supported"
        )
    return [found]


def numeric(name: str):
    """Family, host and scope of a numeric host, ``fe80::1%lo``; None for a name."""
    host, mark, zone = name.partition("%")
    for family in (_INET6,) if mark else (_INET, _INET6):
        try:
            host = inet_ntop(family, inet_pton(family, host))
        except OSError:
            continue
        return family, host, _scope(host, zone) if mark else 0
    old = ipv4.packed(name)
    return None if old is None else (_INET, inet_ntop(_INET, old), 0)


def _scope(host, zone) -> int:
    """The number of an interface. Its name will do for hosts of one link alone."""
    named = [number for number, name in _INTERFACES.items() if name == zone]
    if named and _of_ipv6().IPv6Address(host).is_link_local:
        return named[0]
    if zone.isdecimal() and int(zone) < 2**32:
        return int(zone)
    raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)


def gethostname() -> str:
    return _HOST_NAME


def gethostbyname(name, /) -> str:
    return resolve(host_names.argument(name, "gethostbyname"), _INET)


def gethostbyname_ex(name, /):
    name = host_names.argument(name, "gethostbyname_ex")
    return name, [], [resolve(name, _INET)]


def gethostbyaddr(name, /):
    name = host_names.argument(name, "gethostbyaddr")
    found = numeric(name)
    family, host = found[:2] if found else (_INET, resolve(name, _INET))
    known = _HOST_NAME if is_here(family, host) else outside.name_of(host)
    if known is None:
        raise _socket.herror(1, "Unknown host")
    return known, [], [host]


def if_nameindex():
    return list(_INTERFACES.items())


def if_nametoindex(name, /) -> int:
    for number, known in _INTERFACES.items():
        if known == os.fsdecode(name):
            return number
    raise error("ENODEV")


def if_indextoname(index, /) -> str:
    if index not in _INTERFACES:
        raise error("ENXIO")
    return _INTERFACES[index]


def inet_pton(family, text) -> bytes:
    """As ``_socket.inet_pton``, which has no IPv6 here."""
    if family == _INET:
        return _inet_pton(family, text)
    if family != _INET6:
        raise error("EAFNOSUPPORT")
    if ":" in text and "%" not in text:
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
