"""What is sent: queries and bodies; and how what comes is decoded."""

import base64
import json as _json
import zlib
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit


def with_query(url, params) -> str:
    """The address with more in its query: ``params`` is a mapping, pairs or text."""
    if not params:
        return url
    parts = urlsplit(url)
    more = params if isinstance(params, str) else urlencode(pairs_of(params))
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, more)))))


def pairs_of(given) -> list:
    """Names and values; a value that is a list stands for several, and None for none."""
    if isinstance(given, (str, bytes)):
        return parse_qsl(given, keep_blank_values=True)
    pairs = []
    for name, value in given.items() if hasattr(given, "items") else given:
        for each in value if isinstance(value, (list, tuple)) else (value,):
            if each is not None:
                pairs.append((name, _word(each)))
    return pairs


def _word(value):
    return str(value).lower() if isinstance(value, bool) else value


def body_of(data=None, json=None, compact=False):
    """The bytes of a body, and their type; None for both where nothing is sent."""
    if data is None and json is not None:
        separators = (",", ":") if compact else None
        text = _json.dumps(json, separators=separators, ensure_ascii=not compact, allow_nan=False)
        return text.encode(), "application/json"
    if data is None:
        return None, None
    if isinstance(data, str):
        return data.encode(), None
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data), None
    if hasattr(data, "read"):
        content = data.read()
        return content.encode() if isinstance(content, str) else content, None
    if hasattr(data, "items") or isinstance(data, (list, tuple)):
        return urlencode(pairs_of(data)).encode(), "application/x-www-form-urlencoded"
    raise TypeError(f"a stand-in sends text, bytes, mappings, pairs and files, not {type(data).__name__}")


def tidy(url) -> str:
    """The address as it is sent: quoted where it has to be."""
    parts = urlsplit(url.strip())
    path = urlsplit(urljoin("http://host/", parts.path)).path if "/." in parts.path else parts.path
    path = quote(path, safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=?~")
    return urlunsplit(parts._replace(path=path, query=query))


def target_of(url) -> str:
    """What stands in the request's first line."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def host_of(url) -> str:
    """The value of the Host header."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def query_of(url) -> list:
    return parse_qsl(urlsplit(url).query, keep_blank_values=True)


def basic_auth(user, password) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


class Decoder:
    """Undoes the coding of a body, as ``Content-Encoding`` names it; all others are left as they are."""

    def __init__(self, coding):
        window = {"gzip": 31, "x-gzip": 31, "deflate": 15}.get((coding or "").lower())
        self._inflate = window and zlib.decompressobj(window)

    def decode(self, data) -> bytes:
        return self._inflate.decompress(data) if self._inflate else data

    def flush(self) -> bytes:
        return self._inflate.flush() if self._inflate else b""


def lines_of(pieces):
    """The lines of pieces of text, without their ends."""
    rest = ""
    for piece in pieces:
        lines = (rest + piece).splitlines(keepends=True)
        rest = lines.pop() if lines and not lines[-1].endswith(("\n", "\r")) else ""
        yield from (line.rstrip("\r\n") for line in lines)
    if rest:
        yield rest
