"""What both kinds of clients have in common: how requests are put together."""

from urllib.parse import urlsplit

from _stand_ins import VERSION, Partial, refuse_options
from _stand_ins.bodies import basic_auth, body_of, host_of
from _stand_ins.cookies import cookie_header
from _stand_ins.redirects import keeps_secrets, next_method, next_url

from ._config import USUAL_LIMITS, USUAL_TIMEOUT, Timeout
from ._exceptions import TooManyRedirects, UnsupportedProtocol
from ._models import URL, Cookies, Headers, Request

UNSET = object()
"""A client's own choice holds."""


class BasicAuth:
    def __init__(self, username, password):
        self.header = basic_auth(username, password)


class BaseClient(Partial):
    _library = "httpx"
    _lacks = ("event_hooks", "trust_env")

    def __init__(
        self, *, auth=None, params=None, headers=None, cookies=None, verify=True, follow_redirects=False,
        timeout=USUAL_TIMEOUT, limits=USUAL_LIMITS, max_redirects=20, base_url="", **others,
    ):  # fmt: skip
        refuse_options("httpx", type(self).__name__, others)
        self.headers = Headers(_USUAL_HEADERS)
        self.headers.update(headers)
        self.params = params
        self.cookies = Cookies(cookies)
        self.auth = auth
        self.base_url = URL(base_url)
        self.timeout = Timeout(timeout)
        self.follow_redirects = follow_redirects
        self.max_redirects = max_redirects
        self.is_closed = False
        self._verify = verify
        self._was_entered = False
        self._make_pool(limits)

    def build_request(
        self, method, url, *, content=None, data=None, json=None, params=None, headers=None, cookies=None,
        timeout=UNSET, **others,
    ):  # fmt: skip
        refuse_options("httpx", "build_request", others)
        address = self._merged(str(url))._with_params(self.params, params)
        body, kind = body_of(content if content is not None else data or None, json, compact=True)
        own = Headers({"Host": host_of(str(address))})
        own.update(self.headers)
        own.update(headers)
        if body is not None or method.upper() in ("POST", "PUT", "PATCH"):
            own.setdefault("Content-Length", str(len(body or b"")))
        if kind:
            own.setdefault("Content-Type", kind)
        cookie = cookie_header(self.cookies, cookies, str(address))
        if cookie:
            own.setdefault("Cookie", cookie)
        request = Request(method, address, headers=own, content=body or b"")
        request.extensions = {"timeout": self.timeout if timeout is UNSET else Timeout(timeout)}
        return request

    def _merged(self, url):
        if urlsplit(url).scheme or not str(self.base_url):
            return URL(url)
        return URL(f"{str(self.base_url).rstrip('/')}/{url.lstrip('/')}")

    def _begin(self, request, auth):
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if "timeout" not in request.extensions:
            request.extensions = {**request.extensions, "timeout": self.timeout}
        auth = self.auth if auth is UNSET else auth
        if isinstance(auth, tuple):
            auth = BasicAuth(*auth)
        if auth is not None and not isinstance(auth, BasicAuth):
            raise TypeError("auth is a pair or BasicAuth in the stand-in for httpx")
        if auth is not None:
            request.headers["Authorization"] = auth.header

    @staticmethod
    def _origin(request):
        scheme = request.url.scheme
        if not scheme:
            words = "Request URL is missing an 'http://' or 'https://' protocol."
            raise UnsupportedProtocol(words, request=request)
        if scheme not in ("http", "https"):
            raise UnsupportedProtocol(f"Request URL has an unsupported protocol '{scheme}://'.", request=request)
        return request.url._origin()

    def _next_request(self, response, history):
        """The request that an answer sends on to; None where it is the last."""
        self.cookies.take(str(response.url), response.headers.get_list("set-cookie"))
        response.history = list(history)
        if not response.has_redirect_location:
            return None
        before = response.request
        url, method = next_url(str(before.url), response.headers), next_method(response.status_code, before.method)
        headers, content = before.headers.copy(), before.content
        headers["Host"] = host_of(url)
        if method != before.method and method == "GET":
            content = b""
            for name in ("Content-Length", "Transfer-Encoding"):
                headers.pop(name, None)
        if not keeps_secrets(str(before.url), url):
            headers.pop("Authorization", None)
        headers["Cookie"] = self.cookies.header_for(url)
        request = Request(method, url, headers=headers, content=content)
        request.extensions = before.extensions
        return request

    def _check_history(self, history, request):
        if len(history) > self.max_redirects:
            raise TooManyRedirects("Exceeded maximum allowed redirects.", request=request)

    def _enter(self):
        if self.is_closed:
            raise RuntimeError("Cannot reopen a client instance, once it has been closed.")
        if self._was_entered:
            raise RuntimeError("Cannot open a client instance more than once.")
        self._was_entered = True
        return self


_USUAL_HEADERS = {
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "keep-alive",
    "User-Agent": f"python-httpx/{VERSION}",
}
