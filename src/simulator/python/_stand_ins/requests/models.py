"""What is sent and what comes back."""

import codecs
import datetime
import json as _json

from _stand_ins import Partial
from _stand_ins.blocking import Failure
from _stand_ins.bodies import Decoder, lines_of
from _stand_ins.headers import Headers, charset_of, media_type_of
from _stand_ins.redirects import is_redirect

from .exceptions import ChunkedEncodingError, ConnectionError, ContentDecodingError, HTTPError
from .exceptions import JSONDecodeError, StreamConsumedError


class CaseInsensitiveDict(Headers):
    pass


class PreparedRequest(Partial):
    _library = "requests"

    def __init__(self, method, url, headers, body):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Response(Partial):
    _library = "requests"

    def __init__(self, request, raw, body, headers, took):
        self.request = request
        self.url = request.url
        self.status_code = raw.status
        self.reason = raw.reason
        self.headers = headers
        self.elapsed = datetime.timedelta(seconds=took)
        self.history = []
        self.encoding = charset_of(headers) or _usual_charset(media_type_of(headers))
        self._body = body
        self._content = None
        self._is_consumed = False

    @property
    def ok(self) -> bool:
        return self.status_code < 400

    __bool__ = ok.fget

    @property
    def is_redirect(self) -> bool:
        return is_redirect(self.status_code, self.headers)

    @property
    def is_permanent_redirect(self) -> bool:
        return self.is_redirect and self.status_code in (301, 308)

    @property
    def content(self) -> bytes:
        if self._content is None:
            if self._is_consumed:
                raise RuntimeError("The content for this response was already consumed")
            self._content = b"".join(self._pieces(10_240))
        return self._content

    @property
    def apparent_encoding(self) -> str:
        return "utf-8"

    @property
    def text(self) -> str:
        return self.content.decode(self.encoding or self.apparent_encoding, "replace")

    def json(self, **options):
        try:
            return _json.loads(self.content if self.encoding is None else self.text, **options)
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos, response=self) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f"chunk_size must be an int, it is instead a {type(chunk_size)}.")
        if self._content is None and self._is_consumed:
            raise StreamConsumedError()
        pieces = self._pieces(chunk_size) if self._content is None else self._parts(chunk_size)
        return _decoded(pieces, self.encoding) if decode_unicode and self.encoding else pieces

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        if delimiter is not None:
            raise NotImplementedError("iter_lines(delimiter=…) is not in the stand-in for requests")
        pieces = _decoded(self.iter_content(chunk_size), "latin-1")
        is_text = decode_unicode and self.encoding
        for line in lines_of(pieces):
            line = line.encode("latin-1")
            yield line.decode(self.encoding, "replace") if is_text else line

    def _parts(self, size):
        size = size or max(len(self._content), 1)
        for start in range(0, len(self._content), size):
            yield self._content[start : start + size]

    def _pieces(self, size):
        self._is_consumed = True
        decoder = Decoder(self.headers.get("content-encoding"))
        try:
            for piece in self._body.pieces(size):
                if piece := decoder.decode(piece):
                    yield piece
            if rest := decoder.flush():
                yield rest
        except Failure as failure:
            raise self._error_of(failure) from failure.error
        except ValueError as error:
            raise ContentDecodingError(error) from error

    def _error_of(self, failure):
        words = f"Connection broken: {failure.error!r}"
        if failure.kind == "read-timeout":
            return ConnectionError(f"{self._body.pool}: Read timed out.", request=self.request)
        return ChunkedEncodingError((words, failure.error), request=self.request)

    def raise_for_status(self):
        kind = {4: "Client", 5: "Server"}.get(self.status_code // 100)
        if kind:
            words = f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}"
            raise HTTPError(words, response=self)

    def close(self):
        self._body.close()

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


def _usual_charset(media_type):
    if media_type.startswith("text/"):
        return "ISO-8859-1"
    return "utf-8" if media_type == "application/json" else None


def _decoded(pieces, encoding):
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for piece in pieces:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b"", True):
        yield text
