"""Streams of bytes in one direction: pipes, and each half of a connection.

A channel becomes known when somebody first waits at it. How it stands then is recorded, who is at
either end included, and again at each later wait where that has changed.

What is a channel here is a ``Pipe`` of the network or of the processes. It knows its two ends, who
used each of them last, how many bytes it holds and how many it can.
"""

import itertools
import weakref

from . import agents, kernel, transports
from .observing import observed_everywhere

_numbers = itertools.count(1)
_known = weakref.WeakSet()
_LONGEST_NAME = 200


def number_of(pipe) -> int:
    """The channel's number; at first sight it is introduced. How it stands is recorded."""
    if pipe.channel is None:
        pipe.channel = next(_numbers)
        _known.add(pipe)
        back = pipe.back.channel if pipe.back else None
        kernel.recorder.channel_opened(
            pipe.channel, pipe.type, _shortened(pipe.name), pipe.server, back
        )
    _see(pipe)
    return pipe.channel


def _shortened(text):
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


@observed_everywhere
def look_again():
    """The run is stuck: record how those channels stand that somebody has waited at."""
    for pipe in sorted(_known, key=lambda pipe: pipe.channel):
        if pipe.is_writer_open or pipe.is_reader_open:
            _see(pipe)


def of_number(number):
    """The pipe or connection that has this number."""
    return next(pipe for pipe in _known if pipe.channel == number)


# Who uses an end.


@observed_everywhere
def opened(*ends):
    """Whoever runs has made these ends."""
    agent = agents.acting()
    for end in ends:
        end.openers = () if agent is None else (agent,)


@observed_everywhere
def written(pipe):
    """Bytes were put into it."""
    agent = agents.acting()
    if agent is not None:
        pipe.last_writer = agent


@observed_everywhere
def read(pipe):
    """Bytes were taken out of it."""
    agent = agents.acting()
    if agent is not None:
        pipe.last_reader = agent


def _see(pipe):
    writing, reading = transports.of(pipe.writer), transports.of(pipe.reader)
    back = pipe.back
    standing = (
        transports.unsent(writing),
        pipe.underway,
        transports.unread(reading),
        pipe.capacity,
        _user(pipe.last_writer, back and back.last_reader, pipe.writer, writing)
        if pipe.is_writer_open
        else None,
        _user(pipe.last_reader, back and back.last_writer, pipe.reader, reading)
        if pipe.is_reader_open
        else None,
        pipe.is_writer_open,
        pipe.is_reader_open,
    )
    if standing != pipe.standing:
        pipe.standing = standing
        kernel.recorder.channel_seen(pipe.channel, *standing)


def _user(last, other, end, transport):
    """Who uses an end: of those that may be meant, the first that can still act.

    ``last`` used it last, ``other`` the other direction of the same connection, at the same end.
    """
    if last is not None and not agents.is_over(last):
        return last
    candidates = [last, transports.handler_of(transport), other, *end.openers]
    candidates = [agent for agent in candidates if agent is not None]
    alive = (agent for agent in candidates if not agents.is_over(agent))
    return next(alive, candidates[0] if candidates else None)
