"""Connections of HTTP/1.1 in an event loop, and the pool that keeps and limits them."""

import asyncio
import collections

from .faults import Broken, CannotConnect, ConnectTimeout, PoolTimeout, ReadTimeout
from .responses import Reader
from .tls import tls_context

_MOST_UNREAD = 2**18
"""Bytes of a body that nobody has asked for yet; then the server has to wait."""


class Connection(asyncio.Protocol):
    def __init__(self):
        self.is_lost = False
        self.since = 0.0
        """When it was last used."""
        self._answer = None
        self._is_paused = False

    def connection_made(self, transport):
        self._transport = transport

    def begin(self, method, request, on_whole=None):
        """Send a request. ``on_whole()`` is called when its answer is there, read or not."""
        self.go_on()
        self._answer = _Answer(method, self, on_whole)
        self._transport.write(request)
        return self._answer

    def data_received(self, data):
        answer = self._answer
        if answer is None or answer.is_whole:
            self.close()
            return
        answer.attempt(lambda: answer.feed(data))
        if sum(map(len, answer.parts)) > _MOST_UNREAD and not self._is_paused:
            self._is_paused = True
            self._transport.pause_reading()

    def go_on(self):
        """There is room for more."""
        if self._is_paused and not self.is_lost:
            self._is_paused = False
            self._transport.resume_reading()

    def connection_lost(self, error):
        self.is_lost = True
        if self._answer is not None:
            self._answer.lost(error)

    @property
    def is_reusable(self) -> bool:
        answer = self._answer
        return not self.is_lost and answer is not None and answer.is_whole and answer.keeps_alive

    def close(self):
        self.is_lost = True
        self._transport.close()


class _Answer(Reader):
    """What comes for one request, and who waits for it."""

    def __init__(self, method, connection, on_whole):
        super().__init__(method)
        self._connection = connection
        self._on_whole = on_whole
        self._failure = None
        self._waiter = None

    def attempt(self, act):
        try:
            act()
        except Exception as failure:
            self._failure = failure
            self._connection.close()
        if self.is_whole and self._on_whole:
            on_whole, self._on_whole = self._on_whole, None
            on_whole()
        self._wake()

    def lost(self, error):
        if self._failure is not None or self.is_whole:
            return
        if error is None:
            self.attempt(self.end)
        else:
            self._failure = Broken(error)
            self._wake()

    def _wake(self):
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def head(self, timeout):
        """Wait until there is a status."""
        while self.status is None:
            await self._more(timeout)
        return self

    async def part(self, timeout):
        """The next part of the body; None at its end."""
        while not self.parts:
            if self.is_whole:
                return None
            await self._more(timeout)
        part = self.parts.popleft()
        if not self.parts and not self.is_whole:
            self._connection.go_on()
        return part

    async def _more(self, timeout):
        if self._failure is not None:
            raise self._failure
        loop = asyncio.get_running_loop()
        self._waiter = loop.create_future()
        timer = timeout is not None and loop.call_later(timeout, _give_up, self._waiter)
        try:
            await self._waiter
        finally:
            self._waiter = None
            if timer:
                timer.cancel()


def _give_up(waiter):
    if not waiter.done():
        waiter.set_exception(ReadTimeout())


async def connect(scheme, host, port, verify, timeout):
    context = tls_context(verify) if scheme == "https" else None
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(timeout):
            _, connection = await loop.create_connection(Connection, host, port, ssl=context)
    except TimeoutError as error:
        if type(error) is TimeoutError and error.errno is None:
            raise ConnectTimeout() from error
        raise CannotConnect(error) from error
    except OSError as error:
        raise CannotConnect(error) from error
    return connection


class Pool:
    """Connections by what they lead to: at most ``limit`` in all, and ``per_key`` to one; None for no limit.

    Of those that are not in use, ``most_idle`` are kept, for ``expires_after`` seconds.
    """

    def __init__(self, limit, per_key, most_idle, expires_after):
        self._limit = limit
        self._per_key = per_key
        self._most_idle = most_idle
        self._expires_after = expires_after
        self._in_use = collections.Counter()
        self._idle = {}
        self._waiting = collections.deque()

    @property
    def idle(self) -> list:
        return [connection for kept in self._idle.values() for connection in kept]

    async def take(self, key, timeout):
        """A place in the pool: the connection that is in it, or None where one has to be made."""
        if not any(place[0] == key for place in self._waiting) and self._has_room(key):
            return self._admit(key)
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.append((key, waiter))
        timer = timeout is not None and waiter.get_loop().call_later(timeout, _refuse, waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self.give_back(key, waiter.result())
            raise
        finally:
            if timer:
                timer.cancel()
            self._waiting = collections.deque(place for place in self._waiting if place[1] is not waiter)

    def _has_room(self, key) -> bool:
        in_use = self._in_use
        return (self._limit is None or in_use.total() < self._limit) and (
            self._per_key is None or in_use[key] < self._per_key
        )

    def _admit(self, key):
        self._in_use[key] += 1
        connection = self._kept(key)
        if connection is None and self._limit is not None and self._in_use.total() + len(self.idle) > self._limit:
            self._close_oldest()
        return connection

    def _kept(self, key):
        now = asyncio.get_running_loop().time()
        kept = self._idle.get(key, [])
        while kept:
            connection = kept.pop()
            is_old = self._expires_after is not None and now - connection.since > self._expires_after
            if not connection.is_lost and not is_old:
                return connection
            connection.close()
        return None

    def _close_oldest(self):
        oldest = min(self.idle, key=lambda connection: connection.since)
        oldest.close()
        for kept in self._idle.values():
            kept[:] = (connection for connection in kept if connection is not oldest)

    def give_back(self, key, connection):
        """The place is free again; the connection is kept, if it can be. None where there was none."""
        self._in_use[key] -= 1
        if connection is not None:
            is_kept = connection.is_reusable and (self._most_idle is None or len(self.idle) < self._most_idle)
            if is_kept:
                connection.since = asyncio.get_running_loop().time()
                self._idle.setdefault(key, []).append(connection)
            else:
                connection.close()
        for place in list(self._waiting):
            waiting_key, waiter = place
            if not waiter.done() and self._has_room(waiting_key):
                self._waiting.remove(place)
                waiter.set_result(self._admit(waiting_key))

    def close(self):
        for connection in self.idle:
            connection.close()
        self._idle.clear()


def _refuse(waiter):
    if not waiter.done():
        waiter.set_exception(PoolTimeout())


def request_bytes(method, target, headers, body) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + (body or b"")
