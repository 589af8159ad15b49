"""Reads one answer of HTTP/1.1 from the bytes that come."""

import collections


class BadResponse(Exception):
    """What came is no answer."""


class Incomplete(Exception):
    """The connection ended in the middle of a body."""

    def __init__(self, received, expected):
        super().__init__(received, expected)
        self.received = received
        self.expected = expected
        """None where the body came in chunks."""


class Disconnected(Exception):
    """The connection ended before there was an answer."""


class Reader:
    def __init__(self, method):
        self._method = method
        self._bytes = bytearray()
        self._take = self._take_head
        self.status = None
        """None until the head is there."""
        self.parts = collections.deque()
        """Of the body, as they came."""
        self.is_whole = False
        self.keeps_alive = False
        self._left = 0
        self._received = 0
        self._expected = None

    def feed(self, data):
        self._bytes += data
        while not self.is_whole and self._take():
            pass

    def end(self):
        """Nothing more comes."""
        if self.is_whole:
            return
        if self._take == self._take_all:
            self._finish()
        elif self.status is None:
            raise Disconnected()
        else:
            raise Incomplete(self._received, self._expected)

    def _take_head(self) -> bool:
        end = self._bytes.find(b"\r\n\r\n")
        line_end = self._bytes.find(b"\r\n")
        if line_end >= 0 and not self._bytes.startswith(b"HTTP/1."):
            raise BadResponse(bytes(self._bytes[:line_end]))
        if end < 0:
            return False
        first, *lines = self._bytes[:end].decode("latin-1").split("\r\n")
        del self._bytes[: end + 4]
        version, _, rest = first.partition(" ")
        status, _, reason = rest.partition(" ")
        if not status.isdecimal():
            raise BadResponse(first.encode("latin-1"))
        if 100 <= int(status) < 200:
            return True
        pairs = (line.partition(":") for line in lines)
        self.headers = [(name, value.strip()) for name, _, value in pairs]
        self.version, self.reason, self.status = version, reason, int(status)
        self._begin_body({name.lower(): value for name, value in self.headers})
        return True

    def _begin_body(self, headers):
        connection = headers.get("connection", "").lower()
        self.keeps_alive = connection == "keep-alive" if self.version == "HTTP/1.0" else connection != "close"
        if self._method == "HEAD" or self.status in (204, 304):
            self._finish()
        elif headers.get("transfer-encoding", "").lower() == "chunked":
            self._take = self._take_chunk
        elif "content-length" in headers:
            self._left = self._expected = int(headers["content-length"])
            self._take = self._take_length
            if self._left == 0:
                self._finish()
        else:
            self.keeps_alive = False
            self._take = self._take_all

    def _take_length(self) -> bool:
        self._pass_on(min(self._left, len(self._bytes)))
        if self._left == 0:
            self._finish()
        return False

    def _take_all(self) -> bool:
        self._left = len(self._bytes)
        self._pass_on(self._left)
        return False

    def _take_chunk(self) -> bool:
        if self._left:
            self._pass_on(min(self._left, len(self._bytes)))
            if self._left:
                return False
            self._take = self._take_end_of_chunk
            return True
        end = self._bytes.find(b"\r\n")
        if end < 0:
            return False
        try:
            self._left = int(bytes(self._bytes[:end]).partition(b";")[0], 16)
        except ValueError:
            raise BadResponse(bytes(self._bytes[:end])) from None
        if self._left:
            del self._bytes[: end + 2]
            return True
        self._take = self._take_trailers
        return True

    def _take_end_of_chunk(self) -> bool:
        if len(self._bytes) < 2:
            return False
        del self._bytes[:2]
        self._take = self._take_chunk
        return True

    def _take_trailers(self) -> bool:
        end = self._bytes.find(b"\r\n\r\n")
        if end < 0:
            return False
        del self._bytes[: end + 4]
        self._finish()
        return False

    def _pass_on(self, count):
        if count:
            self.parts.append(bytes(self._bytes[:count]))
            del self._bytes[:count]
            self._left -= count
            self._received += count

    def _finish(self):
        self.is_whole = True
        self.keeps_alive = self.keeps_alive and not self._bytes
