"""What can be asked for in a path: ``/delay/2/status/503`` waits for two seconds and is unavailable.

Words in pairs; with one that is not known here, the whole is an address like any other.
"""

from . import settings
from .answers import FAILURES, Answer, echo, json_answer

MOST_BYTES = 10_000_000
MOST_PARTS = 10_000

_asked = {}
"""How often each address has been asked for that is flaky."""


def begin_again() -> None:
    _asked.clear()


def answer_by_address(request):
    """None where the path asks for nothing."""
    words = [word for word in request.path.split("/") if word]
    if not words or len(words) % 2:
        return None
    asked = {}
    for name, text in zip(words[::2], words[1::2]):
        read = _READERS.get(name)
        value = read and read(text)
        if value is None or name in asked:
            return None
        asked[name] = value
    return _answer(request, asked)


def _answer(request, asked):
    if "flaky" in asked:
        key = request.method, request.url
        _asked[key] = _asked.get(key, 0) + 1
        if _asked[key] <= asked["flaky"]:
            asked["status"] = 503
    if "redirect" in asked:
        answer = _redirect(asked["redirect"])
    elif "bytes" in asked:
        answer = Answer(headers=[_BINARY], parts=(_some_bytes(asked["bytes"]),))
    elif "stream" in asked:
        lines = (b'{"line": %d}\n' % number for number in range(asked["stream"]))
        every_ns = asked.get("every", 100_000_000)
        answer = Answer(headers=[("Content-Type", "application/jsonl")], parts=tuple(lines), every_ns=every_ns)
    elif "status" in asked and asked["status"] != 200:
        answer = json_answer({"status": asked["status"]})
    else:
        answer = echo(request)
    answer.status = asked.get("status", answer.status)
    answer.delay_ns = asked.get("delay", 0)
    answer.fails = asked.get("fail")
    return answer


_BINARY = ("Content-Type", "application/octet-stream")


def _redirect(left) -> Answer:
    target = f"/redirect/{left - 1}" if left > 1 else "/"
    return Answer(302, [("Location", target)])


def _some_bytes(count) -> bytes:
    pattern = bytes(range(256))
    return (pattern * (count // 256 + 1))[:count]


def _whole(least, most):
    def read(text):
        return int(text) if text.isascii() and text.isdecimal() and least <= int(text) <= most else None

    return read


def _seconds(text):
    try:
        return settings.nanoseconds(float(text), "delay")
    except ValueError:
        return None


_READERS = {
    "status": _whole(200, 599),
    "delay": _seconds,
    "bytes": _whole(0, MOST_BYTES),
    "stream": _whole(1, MOST_PARTS),
    "every": _seconds,
    "redirect": _whole(1, 100),
    "flaky": _whole(1, 1_000),
    "fail": lambda text: text if text in FAILURES else None,
}
