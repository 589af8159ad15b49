"""What is sent and what comes back."""

import codecs
import datetime
import json as _json
import time
from urllib.parse import urlencode

from _stand_ins import Partial
from _stand_ins import addresses, cookies, headers
from _stand_ins.bodies import Decoder, lines_of, pairs_of, with_query
from _stand_ins.headers import charset_of, headers_of
from _stand_ins.redirects import is_redirect

from ._exceptions import HTTPStatusError, ResponseNotRead, StreamClosed, StreamConsumed, faults_of


_ABOUT_STATUSES = "https://developer.mozilla.org/en-US/docs/Web/HTTP/Status"


class Headers(headers.Headers):
    """Their names are told in small letters, as the library does it."""

    def __iter__(self):
        return iter(dict.fromkeys(key.lower() for key, _ in self._pairs))


class Cookies(cookies.Cookies):
    def __repr__(self):
        kept = (f"<Cookie {name}={value} for {host} />" for (name, host, _), value in self._kept.items())
        return f"<Cookies[{', '.join(kept)}]>"


class QueryParams(dict):
    def __str__(self):
        return urlencode(self)

    def __repr__(self):
        return f"QueryParams({str(self)!r})"


class URL(addresses.URL):
    _library = "httpx"

    @property
    def params(self):
        return QueryParams(self._query_pairs())

    @property
    def query(self) -> bytes:
        return self._parts.query.encode()

    @property
    def raw_path(self) -> bytes:
        return (self.path + (f"?{self._parts.query}" if self._parts.query else "")).encode()

    def _with_params(self, usual, params):
        """With these instead of a query of its own; ``usual`` for names that the others don't have."""
        if usual is None and params is None:
            return self
        own = pairs_of(params or ())
        names = {name for name, _ in own}
        merged = [pair for pair in pairs_of(usual or ()) if pair[0] not in names] + own
        return type(self)(with_query(str(self).partition("?")[0], merged))


class Request(Partial):
    _library = "httpx"

    def __init__(self, method, url, *, headers=None, content=b""):
        self.method = method.upper()
        self.url = URL(url)
        self.headers = Headers(headers)
        self.content = content
        self.extensions = {}

    def __repr__(self):
        return f"<Request({self.method!r}, {str(self.url)!r})>"


class Response(Partial):
    """Of a stand-in's client; ``exchange`` is what it is read from."""

    _library = "httpx"

    def __init__(self, request, reader, exchange, began):
        self.request = request
        self.status_code = reader.status
        self.reason_phrase = reader.reason
        self.http_version = reader.version
        self.headers = headers_of(reader.headers, Headers)
        self.cookies = Cookies()
        self.cookies.take(str(request.url), self.headers.get_list("set-cookie"))
        self.history = []
        self.encoding = charset_of(self.headers) or "utf-8"
        self.is_closed = False
        self.is_stream_consumed = False
        self._exchange = exchange
        self._began = began

    @property
    def url(self) -> URL:
        return self.request.url

    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: self.status_code >= 500)
    is_error = property(lambda self: self.status_code >= 400)
    is_informational = property(lambda self: self.status_code < 200)
    has_redirect_location = property(lambda self: is_redirect(self.status_code, self.headers))

    @property
    def elapsed(self) -> datetime.timedelta:
        if "_elapsed" not in vars(self):
            raise RuntimeError("'.elapsed' may only be accessed after the response has been read or closed.")
        return self._elapsed

    @property
    def content(self) -> bytes:
        if "_content" not in vars(self):
            raise ResponseNotRead()
        return self._content

    @property
    def text(self) -> str:
        return self.content.decode(self.encoding, "replace")

    def json(self, **options):
        return _json.loads(self.content, **options)

    def raise_for_status(self):
        if self.is_success:
            return self
        kinds = {1: "Informational response", 3: "Redirect response", 4: "Client error"}
        kind = kinds.get(self.status_code // 100, "Server error")
        words = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\n"
        if self.has_redirect_location:
            words += f"Redirect location: '{self.headers['location']}'\n"
        words += f"For more information check: {_ABOUT_STATUSES}/{self.status_code}"
        raise HTTPStatusError(words, request=self.request, response=self)

    def _begin_to_read(self):
        if self.is_stream_consumed:
            raise StreamConsumed()
        if self.is_closed:
            raise StreamClosed()
        self.is_stream_consumed = True

    def _end(self):
        """The answer is over; whether it was not before."""
        was_open = not self.is_closed
        self.is_closed = True
        if was_open:
            self._elapsed = datetime.timedelta(seconds=time.perf_counter() - self._began)
        return was_open

    # In a thread

    def read(self) -> bytes:
        if "_content" not in vars(self):
            self._content = b"".join(self.iter_bytes())
        return self._content

    def iter_raw(self, chunk_size=None):
        return _in_sizes(self._pieces(), chunk_size)

    def iter_bytes(self, chunk_size=None):
        if "_content" in vars(self):
            return _in_sizes(iter((self._content,)), chunk_size)
        return _in_sizes(_unpacked(self._pieces(), Decoder(self.headers.get("content-encoding"))), chunk_size)

    def iter_text(self, chunk_size=None):
        return _in_sizes(_as_text(self.iter_bytes(), self.encoding), chunk_size)

    def iter_lines(self):
        return lines_of(self.iter_text())

    def _pieces(self):
        self._begin_to_read()
        try:
            with faults_of(self.request):
                while (part := self._exchange.part()) is not None:
                    yield part
        finally:
            self.close()

    def close(self):
        if self._end():
            self._exchange.close()

    # In an event loop

    async def aread(self) -> bytes:
        if "_content" not in vars(self):
            self._content = b"".join([piece async for piece in self.aiter_bytes()])
        return self._content

    async def aiter_raw(self, chunk_size=None):
        sizer = _Sizer(chunk_size)
        async for piece in self._apieces():
            for part in sizer.feed(piece):
                yield part
        for part in sizer.rest():
            yield part

    async def aiter_bytes(self, chunk_size=None):
        sizer, decoder = _Sizer(chunk_size), Decoder(self.headers.get("content-encoding"))
        if "_content" in vars(self):
            for part in _in_sizes(iter((self._content,)), chunk_size):
                yield part
            return
        async for piece in self._apieces():
            for part in sizer.feed(decoder.decode(piece)):
                yield part
        for part in (*sizer.feed(decoder.flush()), *sizer.rest()):
            yield part

    async def aiter_text(self, chunk_size=None):
        sizer, decoder = _Sizer(chunk_size), codecs.getincrementaldecoder(self.encoding)(errors="replace")
        async for piece in self.aiter_bytes():
            for part in sizer.feed(decoder.decode(piece)):
                yield part
        for part in (*sizer.feed(decoder.decode(b"", True)), *sizer.rest()):
            yield part

    async def aiter_lines(self):
        rest = ""
        async for text in self.aiter_text():
            lines = (rest + text).splitlines(keepends=True)
            rest = lines.pop() if lines and not lines[-1].endswith(("\n", "\r")) else ""
            for line in lines:
                yield line.rstrip("\r\n")
        if rest:
            yield rest

    async def _apieces(self):
        self._begin_to_read()
        try:
            with faults_of(self.request):
                while (part := await self._exchange.part()) is not None:
                    yield part
        finally:
            await self.aclose()

    async def aclose(self):
        if self._end():
            self._exchange.close()

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


class _Sizer:
    """Cuts what comes into pieces of one size; without a size it passes them on."""

    def __init__(self, size):
        self._size = size
        self._kept = None

    def feed(self, piece):
        if self._size is None:
            return [piece] if piece else []
        kept = piece if self._kept is None else self._kept + piece
        whole = len(kept) - len(kept) % self._size
        self._kept = kept[whole:]
        return [kept[at : at + self._size] for at in range(0, whole, self._size)]

    def rest(self):
        return [self._kept] if self._kept else []


def _in_sizes(pieces, size):
    sizer = _Sizer(size)
    for piece in pieces:
        yield from sizer.feed(piece)
    yield from sizer.rest()


def _unpacked(pieces, decoder):
    for piece in pieces:
        yield decoder.decode(piece)
    yield decoder.flush()


def _as_text(pieces, encoding):
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for piece in pieces:
        yield decoder.decode(piece)
    yield decoder.decode(b"", True)
