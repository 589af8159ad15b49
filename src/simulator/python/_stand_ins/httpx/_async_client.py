"""The client for event loops."""

import contextlib
import time

from _stand_ins import connections
from _stand_ins.bodies import target_of
from _stand_ins.faults import Broken, CannotConnect

from ._base import UNSET, BaseClient
from ._exceptions import faults_of
from ._models import Response


class AsyncClient(BaseClient):
    def _make_pool(self, limits):
        self._pool = connections.Pool(
            limits.max_connections, None, limits.max_keepalive_connections, limits.keepalive_expiry
        )

    async def request(self, method, url, *, auth=UNSET, follow_redirects=UNSET, **options):
        request = self.build_request(method, url, **options)
        return await self.send(request, auth=auth, follow_redirects=follow_redirects)

    @contextlib.asynccontextmanager
    async def stream(self, method, url, *, auth=UNSET, follow_redirects=UNSET, **options):
        request = self.build_request(method, url, **options)
        response = await self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        try:
            yield response
        finally:
            await response.aclose()

    async def send(self, request, *, stream=False, auth=UNSET, follow_redirects=UNSET):
        self._begin(request, auth)
        follows = self.follow_redirects if follow_redirects is UNSET else follow_redirects
        history = []
        while True:
            self._check_history(history, request)
            response = await self._send_once(request)
            try:
                request = self._next_request(response, history)
                is_last = request is None or not follows
                if not (is_last and stream):
                    await response.aread()
            except BaseException:
                await response.aclose()
                raise
            if is_last:
                return response
            history.append(response)

    async def _send_once(self, request):
        began = time.perf_counter()
        key = self._origin(request)
        timeout = request.extensions["timeout"]
        with faults_of(request):
            connection = await self._pool.take(key, timeout.pool)
            exchange = _Exchange(self._pool, key, connection, timeout.read)
            try:
                if connection is None:
                    exchange.connection = connection = await _connect(key, self._verify, timeout.connect)
                data = connections.request_bytes(
                    request.method, target_of(str(request.url)), request.headers.multi_items(), request.content
                )
                exchange.answer = connection.begin(request.method, data)
                return Response(request, await exchange.answer.head(timeout.read), exchange, began)
            except BaseException as error:
                exchange.close()
                raise _without_words(error) from error.__cause__

    async def get(self, url, **options):
        return await self.request("GET", url, **options)

    async def options(self, url, **options):
        return await self.request("OPTIONS", url, **options)

    async def head(self, url, **options):
        return await self.request("HEAD", url, **options)

    async def post(self, url, **options):
        return await self.request("POST", url, **options)

    async def put(self, url, **options):
        return await self.request("PUT", url, **options)

    async def patch(self, url, **options):
        return await self.request("PATCH", url, **options)

    async def delete(self, url, **options):
        return await self.request("DELETE", url, **options)

    async def aclose(self):
        self.is_closed = True
        self._pool.close()

    async def __aenter__(self):
        return self._enter()

    async def __aexit__(self, *_):
        await self.aclose()


async def _connect(key, verify, timeout):
    try:
        return await connections.connect(*key, verify, timeout)
    except CannotConnect as fault:
        is_of_names = type(fault.error).__name__ == "gaierror"
        raise CannotConnect(fault.error if is_of_names else "All connection attempts failed") from fault.error


def _without_words(error):
    return Broken("") if isinstance(error, Broken) else error


class _Exchange:
    """One answer, and the place in the pool that it has until it is read or closed."""

    def __init__(self, pool, key, connection, timeout):
        self.connection = connection
        self.answer = None
        self._pool = pool
        self._key = key
        self._timeout = timeout

    async def part(self):
        try:
            return await self.answer.part(self._timeout)
        except Broken as fault:
            raise Broken("") from fault

    def close(self):
        self._pool.give_back(self._key, self.connection)
