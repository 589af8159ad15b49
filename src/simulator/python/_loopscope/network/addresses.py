"""The addresses of sockets: those that programs give, and those that sockets have."""

import _socket
import operator
import os

from ..c_int import c_int
from ..errors import error
from . import host_names
from .arguments import bytes_view
from .hosts import BROADCAST, LOOPBACK, OUTSIDE, WILDCARD, is_here, resolve
from .mapped import plain

AF_UNIX = 1
_INET = _socket.AF_INET
_INET6 = _socket.AF_INET6
_FAMILY_NAMES = {_INET: "AF_INET", _INET6: "AF_INET6"}


def parse(family: int, address, caller: str):
    """The address a program gave to ``caller``, in the form that ``getsockname`` has.

    ``(host, port)``, for IPv6 with flow and scope behind; a path or an abstract name for Unix sockets. Names are
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
    if rest and not 0 <= c_int(rest[0]) <= _MOST_FLOW:
        raise OverflowError(f"{caller}(): flowinfo must be 0-1048575.")
    host = resolve(host_names.of_address(host), family)
    return (host, port, *[*rest, 0, 0][: 2 if family == _INET6 else 0])


_MOST_FLOW = 0xF_FFFF

_LONGEST_PATH = 108
"""In bytes; the null at its end is one of them where it is the path of a file."""


def _parse_path(address):
    """A path as text, or an abstract name as bytes; what follows a null in a path is left out."""
    path = os.fsencode(address) if isinstance(address, str) else bytes(bytes_view(address))
    is_abstract = path[:1] in (b"", b"\0")
    if len(path) > _LONGEST_PATH - (not is_abstract):
        raise OSError("AF_UNIX path too long")
    return path if is_abstract and path else os.fsdecode(path.partition(b"\0")[0])


def unspecified(family: int):
    """The address of an unbound socket: every host, no port."""
    return (WILDCARD[family], 0) if family == _INET else (WILDCARD[family], 0, 0, 0)


def check_local(family: int, host: str):
    """EADDRNOTAVAIL unless a socket can be bound to the host."""
    if host not in (WILDCARD[family], BROADCAST) and not is_here(*plain(family, host)):
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
    if not is_here(*plain(family, host)):
        raise error("ENETUNREACH", OUTSIDE)
    return (host, port, *rest)
