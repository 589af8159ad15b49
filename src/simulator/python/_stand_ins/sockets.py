"""Connections of HTTP/1.1 that hold their thread, and the pool that keeps and limits them."""

import select
import socket
import threading
import time

from .faults import Broken, CannotConnect, ConnectTimeout, PoolTimeout, ReadTimeout
from .responses import Reader
from .tls import tls_context

_PIECE = 65_536


class Connection:
    def __init__(self, sock):
        self._socket = sock
        self._reader = None
        self._failure = None
        self.since = 0.0

    def begin(self, method, request):
        self._reader = Reader(method)
        try:
            self._socket.sendall(request)
        except OSError:
            # What the server said before it went is still there to read.
            pass

    def head(self, timeout):
        while self._reader.status is None:
            self._more(timeout)
        return self._reader

    def part(self, timeout):
        """The next part of the body; None at its end."""
        while not self._reader.parts:
            if self._reader.is_whole:
                return None
            self._more(timeout)
        return self._reader.parts.popleft()

    def _more(self, timeout):
        try:
            self._socket.settimeout(timeout)
            data = self._socket.recv(_PIECE)
        except TimeoutError as error:
            raise ReadTimeout(error) from error
        except OSError as error:
            raise Broken(error) from error
        if data:
            self._reader.feed(data)
        else:
            self._reader.end()

    @property
    def is_reusable(self) -> bool:
        reader = self._reader
        return reader is not None and reader.is_whole and not reader.parts and reader.keeps_alive

    @property
    def has_ended(self) -> bool:
        """Whether the server has closed it, or said what nobody asked for."""
        return bool(select.select([self._socket], [], [], 0)[0])

    def close(self):
        self._socket.close()


def connect(scheme, host, port, verify, timeout):
    try:
        sock = socket.create_connection((host, port), timeout)
        if scheme == "https":
            sock = tls_context(verify).wrap_socket(sock, server_hostname=host)
    except TimeoutError as error:
        raise ConnectTimeout(error) from error
    except OSError as error:
        raise CannotConnect(error) from error
    return Connection(sock)


class Pool:
    """At most ``limit`` connections for all threads together; None for no limit."""

    def __init__(self, limit, most_idle, expires_after):
        self._limit = limit
        self._most_idle = most_idle
        self._expires_after = expires_after
        self._in_use = 0
        self._idle = []
        self._changed = threading.Condition()

    def take(self, key, timeout):
        """A place in the pool: the connection that is in it, or None where one has to be made."""
        with self._changed:
            has_room = self._changed.wait_for(lambda: self._limit is None or self._in_use < self._limit, timeout)
            if not has_room:
                raise PoolTimeout()
            self._in_use += 1
            for place in reversed(self._idle):
                if place[0] == key:
                    self._idle.remove(place)
                    if self._is_good(place[1]):
                        return place[1]
                    place[1].close()
            if self._limit is not None and self._in_use + len(self._idle) > self._limit:
                self._idle.pop(0)[1].close()
            return None

    def _is_good(self, connection) -> bool:
        is_old = self._expires_after is not None and time.monotonic() - connection.since > self._expires_after
        return not is_old and not connection.has_ended

    def give_back(self, key, connection):
        """The place is free again; the connection is kept, if it can be. None where there was none."""
        with self._changed:
            self._in_use -= 1
            has_room = self._most_idle is None or len(self._idle) < self._most_idle
            if connection is not None and connection.is_reusable and has_room:
                connection.since = time.monotonic()
                self._idle.append((key, connection))
            elif connection is not None:
                connection.close()
            self._changed.notify()

    def close(self):
        with self._changed:
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()
