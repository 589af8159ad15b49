"""What was asked, and what comes back."""

import asyncio
import codecs
import json as _json

from _stand_ins import Partial, addresses, cookies
from _stand_ins import faults, responses
from _stand_ins.bodies import Decoder
from _stand_ins.headers import Headers, charset_of, headers_of, media_type_of

from .client_exceptions import ClientConnectionError, ClientOSError, ClientPayloadError, ClientResponseError
from .client_exceptions import ContentTypeError, ServerDisconnectedError, SocketTimeoutError


class URL(addresses.URL):
    """As that of ``yarl``."""

    _library = "yarl"

    @property
    def query(self) -> dict:
        return dict(self._query_pairs())

    @property
    def query_string(self) -> str:
        return self._parts.query

    @property
    def port(self):
        return self._origin()[2]


class RequestInfo(Partial):
    _library = "aiohttp"

    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method = method
        self.headers = headers

    def __repr__(self):
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in ("url", "method", "headers", "real_url"))
        return f"RequestInfo({told})"


class Content:
    """The body of an answer as it comes: ``ClientResponse.content``."""

    def __init__(self, response):
        self._response = response
        self._kept = b""
        self._decoder = Decoder(response.headers.get("content-encoding"))
        self._has_ended = False

    async def _fill(self) -> bool:
        """Wait for more; False at the end."""
        if self._has_ended:
            return False
        part = await self._response._part()
        self._has_ended = part is None
        self._kept += self._decoder.flush() if part is None else self._decoder.decode(part)
        return not self._has_ended

    def _take(self, count):
        piece, self._kept = self._kept[:count], self._kept[count:]
        return piece

    def at_eof(self) -> bool:
        return self._has_ended and not self._kept

    async def read(self, n=-1) -> bytes:
        if n < 0:
            while await self._fill():
                pass
            return self._take(len(self._kept))
        while not self._kept and await self._fill():
            pass
        return self._take(n)

    async def readany(self) -> bytes:
        return await self.read(2**30)

    async def readexactly(self, n) -> bytes:
        while len(self._kept) < n:
            if not await self._fill():
                raise asyncio.IncompleteReadError(self._take(n), n)
        return self._take(n)

    async def readline(self) -> bytes:
        while (end := self._kept.find(b"\n")) < 0 and await self._fill():
            pass
        return self._take(end + 1 if end >= 0 else len(self._kept))

    def iter_any(self):
        return self._iterate(self.readany)

    def iter_chunked(self, n):
        return self._iterate(lambda: self.read(n))

    async def iter_chunks(self):
        async for piece in self.iter_any():
            yield piece, True

    def __aiter__(self):
        return self._iterate(self.readline)

    @staticmethod
    async def _iterate(read):
        while piece := await read():
            yield piece


class ClientResponse(Partial):
    _library = "aiohttp"

    def __init__(self, request_info, reader, exchange, deadline):
        self.request_info = request_info
        self.method = request_info.method
        self.url = self.real_url = request_info.url
        self.status = reader.status
        self.reason = reader.reason
        self.version = reader.version
        self.headers = headers_of(reader.headers, Headers)
        self.cookies = cookies.Cookies()
        self.cookies.take(str(self.url), self.headers.get_list("set-cookie"))
        self.history = ()
        self.content_type = media_type_of(self.headers) or "application/octet-stream"
        self.charset = charset_of(self.headers)
        self.content = Content(self)
        self._exchange = exchange
        self._deadline = deadline
        self._body = None
        self._is_released = False
        self._is_in_context = False

    @property
    def ok(self) -> bool:
        return self.status < 400

    @property
    def closed(self) -> bool:
        return self._exchange.is_over

    @property
    def content_length(self):
        text = self.headers.get("content-length")
        return None if text is None else int(text)

    def get_encoding(self) -> str:
        try:
            return codecs.lookup(self.charset or "utf-8").name
        except LookupError:
            return "utf-8"

    async def read(self) -> bytes:
        if self._body is None:
            try:
                self._body = await self.content.read()
            except BaseException:
                self.close()
                raise
        return self._body

    async def text(self, encoding=None, errors="strict") -> str:
        return (await self.read()).decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        body = await self.read()
        found = media_type_of(self.headers)
        is_json = found == content_type or (content_type == "application/json" and found.endswith("+json"))
        if content_type and not is_json:
            words = f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('content-type', '')}"
            told = {"status": self.status, "message": words, "headers": self.headers}
            raise ContentTypeError(self.request_info, self.history, **told)
        text = body.strip()
        return loads(text.decode(encoding or self.get_encoding())) if text else None

    async def _part(self):
        if self._is_released:
            raise ClientConnectionError("Connection closed")
        try:
            async with asyncio.timeout_at(self._deadline):
                return await self._exchange.part()
        except Exception as fault:
            self.close()
            error = error_of(fault, self.request_info, is_in_body=True)
            if error is None:
                raise
            raise error from fault

    def raise_for_status(self):
        if not self.ok:
            if not self._is_in_context:
                self.release()
            raise ClientResponseError(
                self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers
            )

    def release(self):
        self.close()
        return _Nothing()

    def close(self):
        self._is_released = True
        self._exchange.close()

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"

    async def __aenter__(self):
        self._is_in_context = True
        return self

    async def __aexit__(self, *_):
        self.release()


class _Nothing:
    """What may be awaited, and need not be."""

    def __await__(self):
        return
        yield


def error_of(fault, request_info, is_in_body=False):
    """The library's error for a fault on the way; None where it is none."""
    match fault:
        case faults.ReadTimeout():
            return SocketTimeoutError("Timeout on reading data from socket")
        case responses.Disconnected():
            return ServerDisconnectedError()
        case responses.Incomplete():
            what = "TransferEncodingError: 400, message='Not enough data to satisfy transfer length header.'"
            if fault.expected is not None:
                what = "ContentLengthError: 400, message='Not enough data to satisfy content length header.'"
            return ClientPayloadError(f"Response payload is not completed: <{what}>")
        case responses.BadResponse():
            words = f"Bad status line: {fault.args[0]!r}"
            return ClientResponseError(request_info, (), status=400, message=words)
        case faults.Broken() if is_in_body:
            return ClientPayloadError(f"Response payload is not completed: {fault.error!r}")
        case faults.Broken():
            return ClientOSError(*fault.error.args)
    return None
