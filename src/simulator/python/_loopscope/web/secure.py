"""TLS between the far end of a connection and whoever speaks for the host."""

import datetime

from ..tls import making
from ..tls.conversation import Conversation, Side
from ..tls.verification import WEB_AUTHORITY


class Secure:
    """A line as ``Service`` speaks through it, upon another one."""

    def __init__(self, line, name, serve):
        """``serve(line)`` makes the service, once it is known what is said."""
        self._line = line
        self._service = None
        self._serve = serve
        self._talk = Conversation(True, Side(lambda asked: [_certificate_of(asked or name)], alpn=("http/1.1",)))

    @property
    def is_open(self) -> bool:
        return self._line.is_open and not self._talk.is_closed

    @property
    def is_busy(self) -> bool:
        return self._service is not None and self._service.is_busy

    def receive(self, data):
        self._talk.receive(data)
        self._flush()
        if self._talk.failure is not None:
            self._line.close()
            return
        plain = self._talk.take_plain()
        if plain:
            self._service = self._service or self._serve(self)
            self._service.receive(plain)
        if self._talk.is_closed_by_peer and not self.is_busy:
            self.close()

    def send(self, data):
        self._talk.send(data)
        self._flush()

    def close(self):
        self._talk.close()
        self._flush()
        self._line.close()

    def reset(self):
        self._line.reset()

    def _flush(self):
        data = self._talk.take_out()
        if data:
            self._line.send(data)


def _certificate_of(name):
    """A good one, but for the hosts that are there to be tried: their names say what is wrong."""
    if name.startswith("self-signed."):
        return making.certificate([name])
    if name.startswith("wrong.host."):
        return making.certificate(["other.example"], WEB_AUTHORITY)
    if name.startswith("expired."):
        return making.certificate([name], WEB_AUTHORITY, _PAST)
    return making.certificate([name], WEB_AUTHORITY)


_PAST = tuple(datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (2024, 2025))
