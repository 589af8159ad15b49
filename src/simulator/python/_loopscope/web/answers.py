"""What a request gets."""

import http
import json as _json

from . import settings

FAILURES = ("reset", "close", "truncate", "garbage", "hang")
"""Breaks the connection before it answers; closes it; ends in the middle; is no HTTP; says nothing for a day."""


class Answer:
    """A response, and when it comes: its head after ``delay_ns``, each part ``every_ns`` after the last."""

    def __init__(self, status=200, headers=(), parts=(b"",), delay_ns=0, every_ns=0, fails=None):
        self.status = status
        self.headers = list(headers)
        self.parts = parts
        self.delay_ns = delay_ns
        self.every_ns = every_ns
        self.fails = fails

    @property
    def reason(self) -> str:
        try:
            return http.HTTPStatus(self.status).phrase
        except ValueError:
            return "Unknown"

    @property
    def is_streamed(self) -> bool:
        return self.every_ns > 0 or len(self.parts) > 1

    @property
    def has_body(self) -> bool:
        return self.status >= 200 and self.status not in (204, 304)


def answer_of(*, status=200, json=None, text=None, body=None, headers=None, delay=0, stream=None, every=0.1, fail=None):
    """An answer as a program describes it; ``ValueError`` or ``TypeError`` for what can't be one."""
    given = [each for each in (json, text, body, stream) if each is not None]
    if len(given) > 1:
        raise TypeError("an answer has one of json, text, body and stream")
    if type(status) is not int or not 200 <= status <= 599:
        raise ValueError(f"status must be from 200 to 599, not {status!r}")
    if fail is not None and fail not in FAILURES:
        raise ValueError(f"fail must be one of {', '.join(FAILURES)}, not {fail!r}")
    own = dict(headers or {})
    names = {name.lower() for name in own}
    kind, parts, every_ns = _content(json, text, body, stream)
    if stream is not None:
        every_ns = settings.nanoseconds(every, "every")
    if kind and "content-type" not in names:
        own["Content-Type"] = kind
    pairs = [(_checked(name), _checked(value)) for name, value in own.items()]
    return Answer(status, pairs, parts, settings.nanoseconds(delay, "delay"), every_ns, fail)


def _content(json, text, body, stream):
    if json is not None:
        return "application/json", (_json.dumps(json).encode(),), 0
    if text is not None:
        return "text/plain; charset=utf-8", (str(text).encode(),), 0
    if body is not None:
        return "application/octet-stream", (bytes(body),), 0
    if stream is not None:
        parts = [part.encode() if isinstance(part, str) else bytes(part) for part in stream]
        return "application/octet-stream", tuple(part for part in parts if part) or (b"",), 0
    return None, (b"",), 0


def _checked(text) -> str:
    text = str(text)
    if any(character in text for character in "\r\n\0"):
        raise ValueError("a header has no line ends")
    return text


def json_answer(value, **rest) -> Answer:
    body = _json.dumps(value, indent=2, ensure_ascii=False).encode() + b"\n"
    return Answer(headers=[("Content-Type", "application/json")], parts=(body,), **rest)


def echo(request) -> Answer:
    """The request, as it came."""
    try:
        body = request.body.decode()
    except UnicodeDecodeError:
        body = f"{len(request.body)} bytes"
    return json_answer(
        {
            "from": "the simulated web of Loopscope: nothing has left this page",
            "method": request.method,
            "url": request.url,
            "query": request.query,
            "headers": dict(request.headers),
            "body": body,
            "json": request.json,
        }
    )
