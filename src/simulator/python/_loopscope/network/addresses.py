"""The addresses of sockets: those that programs give, and those that sockets have."""

import _socket
import operator
import os

from ..errors import error
from .hosts import LOOPBACK, OUTSIDE, WILDCARD, is_here, resolve

AF_UNIX = 1
_INET = _socket.AF_INET
_INET6 = _socket.AF_INET6
_FAMILY_NAMES = {_INET: "AF_INET", _INET6: "AF_INET6"}


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
    host = resolve(host, family)
    return (host, port, *[*rest, 0, 0][: 2 if family == _INET6 else 0])


def _parse_path(address):
    if not isinstance(address, (str, bytes, os.PathLike)):
        raise TypeError(f"a bytes-like object is required, not '{type(address).__name__}'")
    path = os.fspath(address)
    return path if path[:1] == b"\0" else os.fsdecode(os.fsencode(path))


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
