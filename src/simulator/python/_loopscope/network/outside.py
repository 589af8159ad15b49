"""Hosts beyond this machine: every name has an address, and behind it is the simulated web.

Addresses are given out as names come up, from the range that RFC 2544 sets aside for trials.
"""

import _socket
import re

NAME_UNKNOWN = "Name or service not known"
NO_ADDRESS = "No address associated with hostname"

HERE = "10.0.0.2"
"""This machine, as those see it that are beyond it."""

_MOST = 2 * 256 * 256 - 1

_LABEL = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)")

_addresses = {}
_names = {}
_unknown = set()


def begin_again() -> None:
    _addresses.clear()
    _names.clear()
    _unknown.clear()


def forget(name: str) -> None:
    """No such name is known from now on."""
    _unknown.add(normal(name))


def normal(name: str) -> str:
    return name.removesuffix(".").lower()


def find(name: str, family: int) -> str:
    """The address of a name; ``gaierror`` for what can't be one, and for ``.invalid`` (RFC 6761)."""
    known = normal(name)
    labels = known.split(".")
    is_name = len(known) <= 253 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdecimal()
    if not is_name or labels[-1] == "invalid" or known in _unknown or len(_names) >= _MOST:
        raise _socket.gaierror(_socket.EAI_NONAME, NAME_UNKNOWN)
    if family == _socket.AF_INET6:
        raise _socket.gaierror(_EAI_NODATA, NO_ADDRESS)
    if known not in _addresses:
        number = len(_names) + 1
        host = f"198.{18 + number // 65_536}.{number // 256 % 256}.{number % 256}"
        _addresses[known] = host
        _names[host] = known
    return _addresses[known]


_EAI_NODATA = -5
"""Linux's, where Emscripten has none."""


def name_of(host: str):
    """The name that has this address; None for all that was not given out."""
    return _names.get(host)
