"""HTTP/1.1 requests, as a server reads them (RFC 9112)."""

import json
import re
from urllib.parse import parse_qs, unquote

MOST_HEADER_BYTES = 65_536
MOST_BODY_BYTES = 50_000_000

_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP/(1\.[01])")


class BadRequest(Exception):
    """What a server can't take; the status that it answers with, and why."""

    def __init__(self, status, words):
        super().__init__(words)
        self.status = status


class Request:
    """One request, whole."""

    def __init__(self, scheme, name, method, target, version, headers):
        self.scheme = scheme
        self.method = method
        self.version = version
        self.headers = headers
        """Pairs of name and value, as they came."""
        self.body = b""
        if target.startswith(("http://", "https://")):
            target = "/" + target.split("/", 3)[-1] if target.count("/") > 2 else "/"
        self.target = target
        path, _, self.query_text = target.partition("?")
        self.path = unquote(path)
        self.authority = self.header("host") or name
        self.host = name

    def header(self, name):
        """The value of a header, several joined; None where there is none."""
        values = [value for key, value in self.headers if key.lower() == name]
        return ", ".join(values) if values else None

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def query(self) -> dict:
        found = parse_qs(self.query_text, keep_blank_values=True)
        return {name: values[0] if len(values) == 1 else values for name, values in found.items()}

    @property
    def keeps_alive(self) -> bool:
        options = (self.header("connection") or "").lower()
        return "close" not in options if self.version == "1.1" else "keep-alive" in options

    @property
    def json(self):
        """The body as JSON has it; None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


class Reader:
    """Bytes in, requests out. ``on_expect()`` is called for a client that waits to be asked for its body."""

    def __init__(self, scheme, name, on_expect):
        self._scheme, self._name = scheme, name
        self._on_expect = on_expect
        self._bytes = bytearray()
        self._request = None
        self._left = 0
        """Of the body, in bytes; None where it comes in chunks."""

    def receive(self, data):
        self._bytes += data

    def next_request(self):
        """The next one that is whole; None where more has to come. Raises ``BadRequest``."""
        if self._request is None and not self._begin():
            return None
        if self._left is None:
            if not self._take_chunks():
                return None
        elif len(self._bytes) < self._left:
            return None
        else:
            self._request.body += bytes(self._bytes[: self._left])
            del self._bytes[: self._left]
        request, self._request = self._request, None
        return request

    def _begin(self) -> bool:
        while self._bytes.startswith(b"\r\n"):
            del self._bytes[:2]
        end = self._bytes.find(b"\r\n\r\n")
        if end < 0:
            if len(self._bytes) > MOST_HEADER_BYTES:
                raise BadRequest(431, "the headers are too long")
            line_end = self._bytes.find(b"\r\n")
            if line_end >= 0 and not _LINE.fullmatch(self._bytes[:line_end].decode("latin-1")):
                raise BadRequest(400, "this is no line of HTTP/1.1")
            if line_end < 0 and len(self._bytes) > 8_192:
                raise BadRequest(400, "this is no line of HTTP/1.1")
            return False
        head, *lines = self._bytes[:end].decode("latin-1").split("\r\n")
        del self._bytes[: end + 4]
        found = _LINE.fullmatch(head)
        if not found:
            raise BadRequest(400, "this is no line of HTTP/1.1")
        headers = []
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon or not name or name != name.strip():
                raise BadRequest(400, "a header has no name")
            headers.append((name, value.strip()))
        method, target, version = found.groups()
        request = Request(self._scheme, self._name, method, target, version, headers)
        if version == "1.1" and request.header("host") is None:
            raise BadRequest(400, "there is no Host header")
        self._left = self._length_of(request)
        self._request = request
        if (request.header("expect") or "").lower() == "100-continue" and self._left != 0:
            self._on_expect()
        return True

    @staticmethod
    def _length_of(request):
        coding = request.header("transfer-encoding")
        if coding is not None:
            if coding.lower() != "chunked":
                raise BadRequest(501, f"no transfer coding {coding} is known")
            return None
        text = request.header("content-length") or "0"
        if not text.isdecimal():
            raise BadRequest(400, "Content-Length is no number")
        if int(text) > MOST_BODY_BYTES:
            raise BadRequest(413, "the body is too long")
        return int(text)

    def _take_chunks(self) -> bool:
        while True:
            end = self._bytes.find(b"\r\n")
            if end < 0:
                return False
            size_text = bytes(self._bytes[:end]).partition(b";")[0].strip()
            try:
                size = int(size_text, 16)
            except ValueError:
                raise BadRequest(400, "a chunk has no length") from None
            if len(self._request.body) + size > MOST_BODY_BYTES:
                raise BadRequest(413, "the body is too long")
            if size == 0:
                stop = self._bytes.find(b"\r\n\r\n", end)
                if stop < 0:
                    return False
                del self._bytes[: stop + 4]
                return True
            if len(self._bytes) < end + 2 + size + 2:
                return False
            self._request.body += bytes(self._bytes[end + 2 : end + 2 + size])
            del self._bytes[: end + 2 + size + 2]
