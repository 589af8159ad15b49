"""Speaks HTTP/1.1 at the far end of a connection: one request after another, each in its time."""

import collections
import time

from .. import kernel
from . import settings
from .answers import Answer, echo
from .by_address import answer_by_address
from .requests import BadRequest, Reader

IDLE_NS = 75_000_000_000
"""As nginx waits for another request, before it closes the connection."""

SERVER = "loopscope-simulated-web"

DAY_NS = 86_400_000_000_000


class Service:
    """``line`` is what it speaks through: ``send(bytes)``, ``close()``, ``reset()``, ``is_open``."""

    def __init__(self, line, scheme, name):
        self._line = line
        self._reader = Reader(scheme, name, self._ask_for_body)
        self._is_answering = False
        self._turns = 0
        self._wait_for_next()

    @property
    def is_busy(self) -> bool:
        return self._is_answering

    def receive(self, data):
        self._turns += 1
        self._reader.receive(data)
        self._go_on()

    def _go_on(self):
        while self._line.is_open and not self._is_answering:
            try:
                request = self._reader.next_request()
            except BadRequest as bad:
                self._refuse(bad)
                return
            if request is None:
                self._wait_for_next()
                return
            settings.received.append((kernel.now_ns(), request))
            self._begin(request, answer_to(request))

    def _ask_for_body(self):
        self._line.send(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _refuse(self, bad):
        text = f"{bad}\n".encode()
        answer = Answer(bad.status, [("Content-Type", "text/plain")], (text,))
        self._send_head(answer, len(text), keeps_alive=False)
        self._line.send(text)
        self._line.close()

    def _wait_for_next(self):
        self._turns += 1
        turn = self._turns

        def close():
            if turn == self._turns and not self._is_answering:
                self._line.close()

        self._after(IDLE_NS, close)

    def _after(self, ns, action):
        def act():
            if self._line.is_open:
                action()

        kernel.schedule(kernel.now_ns() + ns, act)

    def _begin(self, request, answer):
        self._is_answering = True
        if answer.fails == "hang":
            self._after(DAY_NS, self._line.close)
        elif answer.delay_ns:
            self._after(answer.delay_ns, lambda: self._answer(request, answer))
        else:
            self._answer(request, answer)

    def _answer(self, request, answer):
        if answer.fails == "reset":
            self._line.reset()
        elif answer.fails == "close":
            self._line.close()
        elif answer.fails == "garbage":
            self._line.send(b"\x00\x01 this is no HTTP \xff\r\n\r\n")
            self._line.close()
        else:
            self._send(request, answer)

    def _send(self, request, answer):
        has_body = answer.has_body and request.method != "HEAD"
        is_chunked = answer.is_streamed and has_body and request.version == "1.1"
        # Without chunks, a client of HTTP/1.0 knows the end of a stream by that of the connection.
        keeps_alive = request.keeps_alive and (is_chunked or not answer.is_streamed)
        length = None if answer.is_streamed else sum(map(len, answer.parts))
        if answer.fails == "truncate":
            length, keeps_alive = (length or 0) + 1_000, False
        self._send_head(answer, length, keeps_alive)
        parts = collections.deque(answer.parts if has_body else ())
        self._send_parts(parts, answer.every_ns, is_chunked, keeps_alive)

    def _send_parts(self, parts, every_ns, is_chunked, keeps_alive):
        while parts:
            part = parts.popleft()
            if part:
                self._line.send(b"%x\r\n%b\r\n" % (len(part), part) if is_chunked else part)
            if parts and every_ns:
                self._after(every_ns, lambda: self._send_parts(parts, every_ns, is_chunked, keeps_alive))
                return
        if is_chunked:
            self._line.send(b"0\r\n\r\n")
        self._is_answering = False
        if keeps_alive:
            self._go_on()
        else:
            self._line.close()

    def _send_head(self, answer, length, keeps_alive):
        lines = [f"HTTP/1.1 {answer.status} {answer.reason}"]
        names = {name.lower() for name, _ in answer.headers}
        if "date" not in names:
            lines.append(time.strftime("Date: %a, %d %b %Y %H:%M:%S GMT", time.gmtime()))
        if "server" not in names:
            lines.append(f"Server: {SERVER}")
        lines += (f"{name}: {value}" for name, value in answer.headers)
        if answer.has_body:
            if length is None:
                lines += ["Transfer-Encoding: chunked"] if keeps_alive or answer.is_streamed else []
            elif "content-length" not in names:
                lines.append(f"Content-Length: {length}")
        if not keeps_alive:
            lines.append("Connection: close")
        self._line.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace"))


class Misled:
    """For a client that speaks TLS where nobody does, or does not where all do: it is told so, as nginx does."""

    is_busy = False
    _TEXT = b"TLS is not spoken here, or nothing else is: another port was meant\n"

    def __init__(self, line):
        self._line = line

    def receive(self, _data):
        head = f"HTTP/1.1 400 Bad Request\r\nServer: {SERVER}\r\nContent-Length: {len(self._TEXT)}\r\n"
        self._line.send(head.encode() + b"Connection: close\r\n\r\n" + self._TEXT)
        self._line.close()


def answer_to(request) -> Answer:
    route = settings.route_for(request)
    if route is not None:
        return route.next_answer()
    return answer_by_address(request) or echo(request)
