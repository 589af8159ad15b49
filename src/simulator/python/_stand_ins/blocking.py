"""Connections by ``http.client`` that hold their thread while they wait, and are kept for the next request."""

import http.client
import select
import time

from .bodies import target_of
from .tls import tls_context


class Failure(Exception):
    """What went wrong on the way: its kind, and the error behind it."""

    def __init__(self, kind, error):
        super().__init__(kind, error)
        self.kind = kind
        """"resolve", "refused", "connect-timeout", "read-timeout", "broken", "incomplete"."""
        self.error = error


def kept_in(idle, key, expires_after=None):
    """A connection from among the idle ones, by their key, that the server has not closed; else None."""
    kept = idle.get(key, [])
    while kept:
        connection, since = kept.pop()
        is_old = expires_after is not None and time.monotonic() - since > expires_after
        if not is_old and not select.select([connection.sock], [], [], 0)[0]:
            return connection
        connection.close()
    return None


def connect(scheme, host, port, timeout, verify=True):
    if scheme == "https":
        connection = http.client.HTTPSConnection(host, port, timeout=timeout, context=tls_context(verify))
    else:
        connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.connect()
    except TimeoutError as error:
        raise Failure("connect-timeout", error) from error
    except OSError as error:
        connection.close()
        raise Failure("resolve" if _is_of_names(error) else "refused", error) from error
    return connection


def _is_of_names(error) -> bool:
    return type(error).__name__ == "gaierror"


def exchange(connection, method, url, headers, body, timeout):
    """Send a request and wait for the head of its answer. What fails closes the connection."""
    try:
        connection.sock.settimeout(timeout)
        connection.putrequest(method, target_of(url), skip_host=True, skip_accept_encoding=True)
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders(body)
        return connection.getresponse()
    except BaseException as error:
        connection.close()
        raise (failure_of(error) or error) from None


def failure_of(error):
    if isinstance(error, TimeoutError):
        return Failure("read-timeout", error)
    if isinstance(error, (OSError, http.client.HTTPException)):
        return Failure("broken", error)
    return None


class Body:
    """What is read of an answer. ``on_end(is_reusable)`` is called once, when all is there or no more wanted."""

    def __init__(self, response, on_end):
        self._response = response
        self._on_end = on_end
        self._expected = response.length
        self._count = 0
        if response.isclosed():
            self._finish()

    def pieces(self, size):
        """Parts of at most ``size`` bytes: of chunks as each one comes, else whenever so many are there."""
        while self._response is not None:
            piece = self.read(size)
            if piece:
                yield piece

    def read(self, size):
        """At most ``size`` bytes, empty at the end."""
        response = self._response
        if response is None:
            return b""
        try:
            piece = response.read1(size) if response.chunked or size is None else response.read(size)
        except http.client.IncompleteRead as error:
            self.close()
            raise Failure("incomplete", error) from error
        except BaseException as error:
            self.close()
            raise (failure_of(error) or error) from None
        self._count += len(piece)
        if not piece and self._expected is not None and self._count < self._expected:
            self.close()
            raise Failure("incomplete", _Incomplete(self._count, self._expected - self._count))
        if not piece or response.isclosed():
            self._finish()
        return piece

    def _finish(self):
        response, self._response = self._response, None
        if response is not None:
            self._on_end(not response.will_close)

    def close(self):
        """Read no more of it: the connection can't be used again."""
        response, self._response = self._response, None
        if response is not None:
            response.close()
            self._on_end(False)


class _Incomplete(http.client.IncompleteRead):
    """Knows how much was read, and not what."""

    def __repr__(self):
        return f"IncompleteRead({self.partial} bytes read, {self.expected} more expected)"

    __str__ = __repr__
