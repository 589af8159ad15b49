"""What programs may set of the simulated web."""

import fnmatch

from .. import moments
from ..network import outside

LATENCY_NS = 25_000_000
"""Each way, where nobody has set one: a server in the same part of the world."""

_latencies = {}
_default_ns = LATENCY_NS
_routes = []
_refusing = set()
received = []
"""Each request that has come, in its order."""


def begin_again() -> None:
    global _default_ns
    _default_ns = LATENCY_NS
    for each in (_latencies, _routes, _refusing, received):
        each.clear()


def set_latency(ns: int, name=None) -> None:
    global _default_ns
    if name is None:
        _default_ns = ns
    else:
        _latencies[outside.normal(name)] = ns


def latency_ns(name: str) -> int:
    return _latencies.get(name, _default_ns)


def refuse(name: str) -> None:
    _refusing.add(outside.normal(name))


def refuses(name: str) -> bool:
    return name in _refusing


class Route:
    """What requests get whose method and address fit: the answers in turn, the last one ever after."""

    def __init__(self, pattern: str, method, answers):
        scheme, mark, rest = pattern.partition("://")
        self._scheme = scheme.lower() if mark else None
        host, slash, path = (rest if mark else pattern).partition("/")
        self._host = host.lower()
        self._path = f"/{path}" if slash else "*"
        self._method = method and method.upper()
        self._answers = answers
        self._turn = 0

    def takes(self, request) -> bool:
        return (
            self._scheme in (None, request.scheme)
            and self._method in (None, request.method)
            and fnmatch.fnmatchcase(request.host, self._host)
            and fnmatch.fnmatchcase(request.path, self._path)
        )

    def next_answer(self):
        answer = self._answers[min(self._turn, len(self._answers) - 1)]
        self._turn += 1
        return answer


def add_route(route: Route) -> None:
    _routes.append(route)


def route_for(request):
    """The last one that was set and takes it; None where none does."""
    return next((route for route in reversed(_routes) if route.takes(request)), None)


def nanoseconds(seconds, what) -> int:
    if not isinstance(seconds, (int, float)) or not 0 <= seconds <= 86_400:
        raise ValueError(f"{what} must be from 0 to 86400 seconds, not {seconds!r}")
    return round(seconds * moments.NS_PER_SECOND)
