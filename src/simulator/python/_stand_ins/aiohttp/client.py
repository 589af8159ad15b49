"""Sessions."""

import asyncio
import functools
import types
import warnings
from urllib.parse import urlsplit

from _stand_ins import VERSION, Partial, connections, faults, refuse_options
from _stand_ins.bodies import basic_auth, body_of, host_of, target_of, with_query
from _stand_ins.cookies import Cookies, cookie_header
from _stand_ins.headers import Headers
from _stand_ins.redirects import is_redirect, keeps_secrets, next_url

from .client_exceptions import ClientConnectorDNSError, ClientConnectorError, ClientConnectorSSLError
from .client_exceptions import ConnectionTimeoutError, InvalidUrlClientError, NonHttpUrlClientError, TooManyRedirects
from .client_reqrep import URL, ClientResponse, RequestInfo, error_of
from .connector import TCPConnector


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, **others):
        refuse_options("aiohttp", "ClientTimeout", others)
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect

    def __repr__(self):
        told = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"ClientTimeout({told})"


_USUAL_TIMEOUT = ClientTimeout(total=300, sock_connect=30)


class BasicAuth:
    def __init__(self, login, password="", encoding="latin1"):
        self.login = login
        self.password = password
        self.encoding = encoding

    def encode(self) -> str:
        return basic_auth(self.login, self.password)


class ClientSession(Partial):
    _library = "aiohttp"

    def __init__(
        self, base_url=None, *, connector=None, headers=None, cookies=None, auth=None, timeout=_USUAL_TIMEOUT,
        raise_for_status=False, connector_owner=True, **others,
    ):  # fmt: skip
        self._connector = None
        refuse_options("aiohttp", "ClientSession", others)
        self._loop = asyncio.get_running_loop()
        self._base_url = base_url and str(base_url)
        self.headers = Headers(headers)
        self.cookie_jar = Cookies(cookies)
        self.auth = auth
        self.timeout = _timeout(timeout)
        self.raise_for_status = raise_for_status
        self._owns_connector = connector_owner
        self._connector = TCPConnector() if connector is None else connector

    @property
    def closed(self) -> bool:
        return self._connector is None or self._connector.closed

    @property
    def connector(self):
        return self._connector

    def request(self, method, url, **options):
        return _RequestContextManager(_CALLS["request"](self, method, url, **options))

    def get(self, url, **options):
        return _RequestContextManager(_CALLS["get"](self, "GET", url, **options))

    def options(self, url, **options):
        return _RequestContextManager(_CALLS["options"](self, "OPTIONS", url, **options))

    def head(self, url, **options):
        options = {"allow_redirects": False, **options}
        return _RequestContextManager(_CALLS["head"](self, "HEAD", url, **options))

    def post(self, url, **options):
        return _RequestContextManager(_CALLS["post"](self, "POST", url, **options))

    def put(self, url, **options):
        return _RequestContextManager(_CALLS["put"](self, "PUT", url, **options))

    def patch(self, url, **options):
        return _RequestContextManager(_CALLS["patch"](self, "PATCH", url, **options))

    def delete(self, url, **options):
        return _RequestContextManager(_CALLS["delete"](self, "DELETE", url, **options))

    async def _request(
        self, method, url, *, params=None, data=None, json=None, headers=None, cookies=None, auth=None,
        allow_redirects=True, max_redirects=10, timeout=None, raise_for_status=None, ssl=True, **others,
    ):  # fmt: skip
        refuse_options("aiohttp", "request", others)
        if self.closed:
            raise RuntimeError("Session is closed")
        timeout = self.timeout if timeout is None else _timeout(timeout)
        url = self._checked(with_query(self._merged(str(url)), params))
        body, kind = body_of(data, json)
        method = method.upper()
        own = self._headers(method, headers, body, kind, auth)
        deadline = None if timeout.total is None else self._loop.time() + timeout.total
        history = []
        async with asyncio.timeout_at(deadline):
            while True:
                cookie = cookie_header(self.cookie_jar, None if history else cookies, url)
                sent = own.copy()
                if cookie and "cookie" not in sent:
                    sent["Cookie"] = cookie
                response = await self._send(method, url, sent, body, timeout, deadline, ssl)
                self.cookie_jar.take(url, response.headers.get_list("set-cookie"))
                if not allow_redirects or not is_redirect(response.status, response.headers):
                    break
                history.append(response)
                response.release()
                if len(history) >= max_redirects:
                    told = {"status": response.status, "message": "", "headers": response.headers}
                    raise TooManyRedirects(history[0].request_info, tuple(history), **told)
                before, url = url, self._checked(next_url(url, response.headers))
                if response.status == 303 and method != "HEAD" or response.status < 303 and method == "POST":
                    method, body = "GET", None
                    for name in ("Content-Length", "Content-Type"):
                        own.pop(name, None)
                if not keeps_secrets(before, url):
                    own.pop("Authorization", None)
        response.history = tuple(history)
        raises = self.raise_for_status if raise_for_status is None else raise_for_status
        if raises is True:
            response.raise_for_status()
        elif callable(raises):
            await raises(response)
        return response

    def _merged(self, url):
        if self._base_url is None or urlsplit(url).scheme:
            return url
        return str(URL(self._base_url).join(url))

    @staticmethod
    def _checked(url):
        parts = urlsplit(url)
        if not parts.scheme or not parts.hostname:
            raise InvalidUrlClientError(url)
        if parts.scheme not in ("http", "https"):
            raise NonHttpUrlClientError(url)
        return str(URL(url if parts.path else parts._replace(path="/").geturl()))

    def _headers(self, method, headers, body, kind, auth):
        own = Headers({"Accept": "*/*", "Accept-Encoding": "gzip, deflate", "User-Agent": f"Python aiohttp/{VERSION}"})
        own.update(self.headers)
        own.update(headers)
        if body is not None or method in ("POST", "PUT", "PATCH", "DELETE"):
            own["Content-Length"] = str(len(body or b""))
            own.setdefault("Content-Type", kind or "application/octet-stream")
        auth = auth or self.auth
        if auth is not None:
            own["Authorization"] = auth.encode()
        return own

    async def _send(self, method, url, headers, body, timeout, deadline, ssl):
        address = URL(url)
        verify = self._connector.verify if ssl is True else ssl
        key = *address._origin(), verify
        info = RequestInfo(address, method, headers)
        pool = self._connector._pool
        try:
            async with asyncio.timeout(timeout.connect):
                connection = await pool.take(key, None)
                exchange = _Exchange(pool, key, connection, timeout.sock_read)
                try:
                    if connection is None:
                        exchange.connection = await connections.connect(*key, timeout.sock_connect)
                except BaseException:
                    exchange.close()
                    raise
        except (faults.ConnectTimeout, TimeoutError) as fault:
            raise ConnectionTimeoutError(f"Connection timeout to host {url}") from fault
        except faults.CannotConnect as fault:
            kinds = {"gaierror": ClientConnectorDNSError, "SSLCertVerificationError": ClientConnectorSSLError}
            kind = kinds.get(type(fault.error).__name__, ClientConnectorError)
            raise kind(key[1], key[2], fault.error) from fault.error
        host = [("Host", host_of(url))]
        data = connections.request_bytes(method, target_of(url), host + headers.multi_items(), body)
        try:
            reader = await exchange.head(method, data)
        except BaseException as fault:
            exchange.close()
            error = error_of(fault, info)
            if error is None:
                raise
            raise error from fault
        return ClientResponse(info, reader, exchange, deadline)

    async def close(self):
        connector, self._connector = self._connector, None
        if connector is not None and self._owns_connector:
            await connector.close()

    def __del__(self):
        if not self.closed:
            warnings.warn(f"Unclosed client session {self!r}", ResourceWarning, source=self)
            self._loop.call_exception_handler({"client_session": self, "message": "Unclosed client session"})

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *_):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()


class _RequestContextManager:
    """What ``session.get`` gives: to be awaited, or for ``async with``."""

    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return await self._response.__aenter__()

    async def __aexit__(self, *_):
        self._response.release()

    def close(self):
        self._coroutine.close()


async def _call(session, method, url, **options):
    return await session._request(method, url, **options)


def _named(name):
    """The same, under the name of the method that a program has called."""
    code = _call.__code__.replace(co_name=name, co_qualname=f"ClientSession.{name}")
    return functools.update_wrapper(types.FunctionType(code, globals(), name), _call, ("__module__", "__kwdefaults__"))


_CALLS = {
    name: _named(name) for name in ("request", "get", "options", "head", "post", "put", "patch", "delete")
}


def _timeout(given):
    if isinstance(given, (int, float)):
        return ClientTimeout(total=given)
    return ClientTimeout() if given is None else given


class _Exchange:
    """One answer, and the place in the pool that it has until it is there."""

    def __init__(self, pool, key, connection, timeout):
        self.connection = connection
        self.is_over = False
        self._pool = pool
        self._key = key
        self._timeout = timeout

    async def head(self, method, request):
        """Once all of the answer has come, read or not, the connection is free for another."""
        self._answer = self.connection.begin(method, request, self.close)
        return await self._answer.head(self._timeout)

    async def part(self):
        return await self._answer.part(self._timeout)

    def close(self):
        if not self.is_over:
            self.is_over = True
            self._pool.give_back(self._key, self.connection)
