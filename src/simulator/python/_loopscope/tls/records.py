"""TLS's records: what a conversation is cut into on its way, of RFC 8446, section 5.

Looks like the real thing from outside: a byte for the kind, two for the version, two for the length.
What is inside is not encrypted.
"""

from .failures import Failure

CHANGE_CIPHER_SPEC, ALERT, HANDSHAKE, DATA = 20, 21, 22, 23

MOST_BYTES = 1 << 14
_MOST_ACCEPTED = MOST_BYTES + 256
_HEADER_BYTES = 5
_VERSION = b"\x03\x03"

_HTTP = (b"GET ", b"POST ", b"HEAD ", b"PUT ")


def framed(kind: int, payload: bytes) -> bytes:
    """The payload in one record, or more where it is long."""
    parts = (payload[at : at + MOST_BYTES] for at in range(0, len(payload), MOST_BYTES))
    return b"".join(bytes((kind,)) + _VERSION + len(part).to_bytes(2) + part for part in parts)


class Records:
    """Puts records together from bytes as they come."""

    def __init__(self):
        self._buffer = bytearray()
        self._is_first = True

    @property
    def needed(self) -> int:
        """How many bytes are missing before anything more can be said."""
        have = len(self._buffer)
        return (_HEADER_BYTES if have < _HEADER_BYTES else _HEADER_BYTES + self._length) - have

    @property
    def _length(self):
        return int.from_bytes(self._buffer[3:5])

    def take(self, data):
        """Yield the kind and the payload of each record that is whole; a :class:`Failure` where there is none."""
        self._buffer += data
        while len(self._buffer) >= _HEADER_BYTES:
            failure = self._failure()
            if failure is not None:
                self._buffer.clear()
                yield failure
                return
            if self.needed > 0:
                return
            end = _HEADER_BYTES + self._length
            kind, payload = self._buffer[0], bytes(self._buffer[_HEADER_BYTES:end])
            del self._buffer[:end]
            self._is_first = False
            yield kind, payload

    def _failure(self):
        is_record = CHANGE_CIPHER_SPEC <= self._buffer[0] <= DATA and self._buffer[1] == _VERSION[0]
        if is_record and self._length <= _MOST_ACCEPTED:
            return None
        if not self._is_first:
            return Failure("RECORD_LAYER_FAILURE")
        if self._buffer.startswith(_HTTP):
            return Failure("HTTP_REQUEST")
        return Failure("HTTPS_PROXY_REQUEST" if self._buffer.startswith(b"CONNE") else "WRONG_VERSION_NUMBER")
