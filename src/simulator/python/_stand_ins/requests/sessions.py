"""Sessions: what several requests have in common, and the connections that they take turns on."""

import time
from urllib.parse import urlsplit

from _stand_ins import VERSION, Partial, refuse_options
from _stand_ins import blocking
from _stand_ins.bodies import body_of, host_of, target_of, tidy, with_query
from _stand_ins.cookies import Cookies, cookie_header
from _stand_ins.headers import headers_of
from _stand_ins.redirects import keeps_secrets, next_method, next_url

from .auth import HTTPBasicAuth
from .exceptions import ConnectionError, ConnectTimeout, InvalidHeader, InvalidSchema, InvalidURL
from .exceptions import MissingSchema, ReadTimeout, SSLError, TooManyRedirects
from .models import CaseInsensitiveDict, PreparedRequest, Response

_MOST_KEPT = 10
"""Connections to one host, as in the library's pools."""


class Session(Partial):
    _library = "requests"
    _lacks = ("proxies", "hooks", "cert", "adapters", "stream")

    def __init__(self):
        self.headers = CaseInsensitiveDict(default_headers())
        self.params = {}
        self.auth = None
        self.cookies = Cookies()
        self.verify = True
        self.max_redirects = 30
        self.trust_env = True
        self._idle = {}

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **{"allow_redirects": False, **options})

    def post(self, url, data=None, json=None, **options):
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def request(
        self, method, url, params=None, data=None, headers=None, cookies=None, auth=None, timeout=None,
        allow_redirects=True, stream=False, verify=None, json=None, **others,
    ):  # fmt: skip
        refuse_options("requests", "request", others)
        verify = self.verify if verify is None else verify
        request = self._prepare(method, url, params, data, json, headers, cookies, auth)
        history = []
        while True:
            response = self._send(request, timeout, verify)
            response.history = list(history)
            if not (allow_redirects and response.is_redirect):
                break
            response.content
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            request = self._redirected(response)
        if not stream:
            response.content
        return response

    def _prepare(self, method, url, params, data, json, headers, cookies, auth):
        url = _checked(with_query(with_query(str(url).lstrip(), self.params), params))
        body, kind = body_of(data or None, json)
        merged = self.headers.copy()
        for header in (headers or {}).items():
            _check_header(*header)
            merged[header[0]] = header[1]
        if kind and "content-type" not in merged:
            merged["Content-Type"] = kind
        if body is not None or method.upper() not in ("GET", "HEAD"):
            merged["Content-Length"] = len(body or b"")
        cookie = cookie_header(self.cookies, cookies, url)
        if cookie and "cookie" not in merged:
            merged["Cookie"] = cookie
        request = PreparedRequest(method.upper(), url, merged, body)
        auth = auth or self.auth
        return (HTTPBasicAuth(*auth) if isinstance(auth, tuple) else auth)(request) if auth else request

    def _redirected(self, response):
        before = response.request
        url = _checked(next_url(before.url, response.headers))
        method, body, headers = next_method(response.status_code, before.method), before.body, before.headers.copy()
        if response.status_code not in (307, 308):
            body = None
            for name in ("Content-Length", "Content-Type", "Transfer-Encoding"):
                headers.pop(name, None)
        if not keeps_secrets(before.url, url):
            headers.pop("Authorization", None)
        headers["Cookie"] = self.cookies.header_for(url)
        return PreparedRequest(method, url, headers, body)

    def _send(self, request, timeout, verify):
        connect_timeout, read_timeout = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        parts = urlsplit(request.url)
        key = parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80), verify
        pool = f"{parts.scheme.upper()}ConnectionPool(host={key[1]!r}, port={key[2]})"
        headers = [("Host", host_of(request.url)), *request.headers.items()]
        began = time.perf_counter()
        try:
            connection = blocking.kept_in(self._idle, key) or blocking.connect(*key[:3], connect_timeout, verify)
            raw = blocking.exchange(connection, request.method, request.url, headers, request.body, read_timeout)
        except blocking.Failure as failure:
            raise _error_of(failure, request, pool, connect_timeout, read_timeout) from failure.error

        def ended(is_reusable):
            kept = self._idle.setdefault(key, [])
            if is_reusable and len(kept) < _MOST_KEPT:
                kept.append((connection, time.monotonic()))
            else:
                connection.close()

        took = time.perf_counter() - began
        body = blocking.Body(raw, ended)
        body.pool = pool
        response = Response(request, raw, body, headers_of(raw.getheaders(), CaseInsensitiveDict), took)
        set_cookies = response.headers.get_list("set-cookie")
        self.cookies.take(request.url, set_cookies)
        response.cookies = Cookies()
        response.cookies.take(request.url, set_cookies)
        return response

    def close(self):
        idle, self._idle = self._idle, {}
        for kept in idle.values():
            for connection, _ in kept:
                connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def default_headers() -> dict:
    return {
        "User-Agent": f"python-requests/{VERSION}",
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
        "Connection": "keep-alive",
    }


def _checked(url):
    parts = urlsplit(url)
    if not parts.scheme or not url.partition(":")[2].startswith("//") and parts.scheme in ("http", "https"):
        raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    if parts.scheme not in ("http", "https"):
        raise InvalidSchema(f"No connection adapters were found for {url!r}")
    try:
        has_port = parts.port is None or parts.port
    except ValueError:
        has_port = False
    if not parts.hostname:
        raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
    if not has_port:
        raise InvalidURL(f"Failed to parse: {url}")
    return tidy(url if parts.path else parts._replace(path="/").geturl())


def _check_header(name, value):
    for part in (name, value):
        if not isinstance(part, (str, bytes, type(None))):
            words = f"Header part ({part!r}) from {(name, value)!r} must be of type str or bytes, not {type(part)}"
            raise InvalidHeader(words)
    if isinstance(value, str) and ("\r" in value or "\n" in value):
        raise InvalidHeader(f"a header has no line ends: {value!r}")


def _error_of(failure, request, pool, connect_timeout, read_timeout):
    error, kind = failure.error, failure.kind
    name = urlsplit(request.url).hostname
    connection = pool.replace("ConnectionPool", "Connection")
    retries = f"{pool}: Max retries exceeded with url: {target_of(request.url)}"
    match kind:
        case "read-timeout":
            return ReadTimeout(f"{pool}: Read timed out. (read timeout={read_timeout})", request=request)
        case "connect-timeout":
            words = f"Connection to {name} timed out. (connect timeout={connect_timeout})"
            return ConnectTimeout(f"{retries} (Caused by ConnectTimeoutError({words!r}))", request=request)
        case "resolve":
            words = f"{connection}: Failed to resolve {name!r} ({error})"
            return ConnectionError(f'{retries} (Caused by NameResolutionError("{words}"))', request=request)
        case "refused" if type(error).__module__ == "ssl":
            return SSLError(f"{retries} (Caused by SSLError({error!r}))", request=request)
        case "refused":
            words = f"{connection}: Failed to establish a new connection: {error}"
            return ConnectionError(f'{retries} (Caused by NewConnectionError("{words}"))', request=request)
        case _:
            return ConnectionError(("Connection aborted.", error), request=request)
