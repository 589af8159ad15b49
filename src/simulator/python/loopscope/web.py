"""What a program may say of the simulated web, which is behind every host name but its own machine's.

Without a word it answers each request with an echo of it, as JSON, and does what a path asks for:
``/delay/2``, ``/status/503``, ``/bytes/5000``, ``/stream/5/every/0.2``, ``/redirect/3``, ``/flaky/2``,
``/fail/reset`` (or close, truncate, garbage, hang), and several of these in one path.
"""

from _loopscope.network import outside
from _loopscope.web import settings
from _loopscope.web.answers import answer_of

__all__ = ["answer", "forget", "latency", "refuse", "requests"]


def latency(seconds, host=None):
    """Let what is sent to ``host``, and comes from it, take ``seconds`` each way.

    Without ``host`` it holds for all that have none of their own; at first it is 0.025. A connection
    keeps what was set when it was opened. An answer takes two latencies; to connect takes two
    before that, and TLS two more.
    """
    settings.set_latency(settings.nanoseconds(seconds, "latency"), host)


def answer(pattern, *turns, method=None, **what):
    """Say what requests get whose address fits, from now on.

    ``pattern`` is an address with ``*`` and ``?`` as in file names: ``https://api.example/prices/*``;
    without a scheme it holds for both, and without a path for all of a host. Of several that fit, the
    last one that was set holds.

    What they get is told by names: ``json``, ``text``, ``body`` (bytes) or ``stream`` (parts, one
    each ``every`` seconds); ``status``, ``headers``, ``delay`` in seconds, and ``fail``: "reset",
    "close", "truncate", "garbage" or "hang". With dicts of these as ``turns``, the first request
    gets the first, and so on; the last one holds for all that follow.
    """
    if turns and what:
        raise TypeError("expected either turns or what they all get")
    answers = [answer_of(**turn) for turn in turns] if turns else [answer_of(**what)]
    settings.add_route(settings.Route(pattern, method, answers))


def refuse(host):
    """Let nobody listen at ``host``: to connect there is refused."""
    settings.refuse(host)


def forget(host):
    """Let ``host`` have no address: its name is not known."""
    outside.forget(host)


def requests():
    """What has come until now: tuples of the time it came, the method and the address."""
    return [(at_ns / 1e9, request.method, request.url) for at_ns, request in settings.received]
