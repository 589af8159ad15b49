"""Sockets that listen, and the connections that come in at them."""

import itertools
import sys
import weakref

from . import agents, child_processes, kernel
from .observing import observed_everywhere

_numbers = itertools.count(1)

listening = weakref.WeakSet()
"""Sockets that wait for clients."""

admitted = weakref.WeakSet()
"""Connections that came in at one of them: the server's side."""


had_clients = False
"""Whether a client has come at all. It was a part of the program: there is nobody else."""


def listens(end, address):
    """A socket begins to listen, or goes on with another backlog."""
    if end not in listening:
        listening.add(end)
        _listens(end, address)


@observed_everywhere
def _listens(end, address):
    end.server = next(_numbers)
    location = child_processes.location_of(sys._getframe())
    kernel.recorder.server_listening(end.server, address, agents.current(), location)


def closed(end):
    """It listens no more."""
    if end in listening:
        listening.discard(end)
        _closed(end)


@observed_everywhere
def _closed(end):
    kernel.recorder.server_closed(end.server)


def admits(end, child):
    """A client's connection is there for a listening socket to accept."""
    global had_clients
    had_clients = True
    child.incoming.server = child.outgoing.server = end.server
    admitted.add(child)
