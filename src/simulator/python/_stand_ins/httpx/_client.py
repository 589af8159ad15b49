"""The client that holds its thread while it waits."""

import contextlib
import time

from _stand_ins.bodies import target_of
from _stand_ins.connections import request_bytes
from _stand_ins.sockets import Pool, connect

from ._base import UNSET, BaseClient
from ._exceptions import faults_of
from ._models import Response


class Client(BaseClient):
    def _make_pool(self, limits):
        self._pool = Pool(limits.max_connections, limits.max_keepalive_connections, limits.keepalive_expiry)

    def request(self, method, url, *, auth=UNSET, follow_redirects=UNSET, **options):
        request = self.build_request(method, url, **options)
        return self.send(request, auth=auth, follow_redirects=follow_redirects)

    @contextlib.contextmanager
    def stream(self, method, url, *, auth=UNSET, follow_redirects=UNSET, **options):
        request = self.build_request(method, url, **options)
        response = self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        try:
            yield response
        finally:
            response.close()

    def send(self, request, *, stream=False, auth=UNSET, follow_redirects=UNSET):
        self._begin(request, auth)
        follows = self.follow_redirects if follow_redirects is UNSET else follow_redirects
        history = []
        while True:
            self._check_history(history, request)
            response = self._send_once(request)
            try:
                request = self._next_request(response, history)
                is_last = request is None or not follows
                if not (is_last and stream):
                    response.read()
            except BaseException:
                response.close()
                raise
            if is_last:
                return response
            history.append(response)

    def _send_once(self, request):
        began = time.perf_counter()
        key = self._origin(request)
        timeout = request.extensions["timeout"]
        with faults_of(request):
            connection = self._pool.take(key, timeout.pool)
            exchange = _Exchange(self._pool, key, connection, timeout.read)
            try:
                if connection is None:
                    exchange.connection = connection = connect(*key, self._verify, timeout.connect)
                data = request_bytes(
                    request.method, target_of(str(request.url)), request.headers.multi_items(), request.content
                )
                connection.begin(request.method, data)
                return Response(request, connection.head(timeout.read), exchange, began)
            except BaseException:
                exchange.close()
                raise

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def put(self, url, **options):
        return self.request("PUT", url, **options)

    def patch(self, url, **options):
        return self.request("PATCH", url, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def close(self):
        self.is_closed = True
        self._pool.close()

    def __enter__(self):
        return self._enter()

    def __exit__(self, *_):
        self.close()


class _Exchange:
    """One answer, and the place in the pool that it has until it is read or closed."""

    def __init__(self, pool, key, connection, timeout):
        self.connection = connection
        self._pool = pool
        self._key = key
        self._timeout = timeout

    def part(self):
        return self.connection.part(self._timeout)

    def close(self):
        self._pool.give_back(self._key, self.connection)
