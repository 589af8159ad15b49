"""One side of a conversation over TLS, as bytes in and bytes out. It knows no sockets.

The messages and the round trips are those of TLS 1.3 (RFC 8446) and 1.2 (RFC 5246): a client of 1.3
may send after one round trip, one of 1.2 after two. What the messages hold is JSON, nothing is
encrypted, and no signature is made.
"""

import base64
import json

from . import failures, records
from .failures import Failure

TLS_1_2, TLS_1_3 = 0x0303, 0x0304

CLIENT_HELLO, SERVER_HELLO, ENCRYPTED_EXTENSIONS, CERTIFICATE = 1, 2, 8, 11
CERTIFICATE_REQUEST, SERVER_DONE, KEY_EXCHANGE, FINISHED = 13, 14, 16, 20

NEVER, OPTIONALLY, ALWAYS = range(3)
"""When the other side's certificate is asked for; the numbers are those of ``ssl.VerifyMode``."""

_WARNING, _FATAL, _CLOSE_NOTIFY = 1, 2, 0


class Side:
    """What one side brings: its certificates, the protocols it speaks, and whom it believes.

    ``chain`` is a tuple of certificates, its own first, or for a server a function of the name that
    the client asked for; ``versions`` is the range of TLS's versions. ``verify`` is given the other
    side's chain, and answers with a ``verification.Problem`` or None.
    """

    def __init__(self, chain=(), alpn=(), versions=(TLS_1_2, TLS_1_3), asks=NEVER, verify=None):
        self.chain = chain
        self.alpn = tuple(alpn)
        self.versions = versions
        self.asks = asks
        self.verify = verify

    def chain_for(self, name):
        return tuple(self.chain(name)) if callable(self.chain) else tuple(self.chain)


class Conversation:
    """Nothing here raises for what the other side does: see :attr:`failure`.

    A server that speaks for any host, as an example::

        talk = Conversation(True, Side(lambda name: [making.certificate([name or "localhost"], issuer)]))
        talk.receive(data)          # whatever came from the wire
        talk.take_plain()           # what the client has said
        talk.send(b"HTTP/1.1 200 OK ...")
        talk.close()
        wire.send(talk.take_out())  # after each of these
    """

    def __init__(self, server_side, side, server_name=None, on_server_name=None):
        """``server_name`` is whom a client asks for. ``on_server_name`` is called with it in a server;
        it may exchange :attr:`side`, and answers with the number of an alert or None.
        """
        self.server_side = server_side
        self.side = side
        self.server_name = server_name
        """The name that the client asked for (SNI); None where it did not say, or for an address."""
        self.is_established = False
        self.is_closed = False
        """Whether this side has said that it sends no more."""
        self.is_closed_by_peer = False
        self.failure: Failure | None = None
        self.version = None
        self.alpn = None
        """The protocol that was agreed upon, of those that both know."""
        self.cipher = None
        self.peer_chain = ()
        """The other side's certificates, as DER."""
        self.plain = bytearray()
        self._on_server_name = on_server_name
        self._out = bytearray()
        self._records = records.Records()
        self._messages = bytearray()
        self._was_asked = False
        self._has_started = False
        self._expected = (CLIENT_HELLO,) if server_side else (SERVER_HELLO,)

    @property
    def needed(self) -> int:
        """How many bytes are missing before anything more can be said: no more need be read at once."""
        return self._records.needed

    def start(self):
        """A client speaks first; a server only listens."""
        if self._has_started or self.server_side:
            return
        self._has_started = True
        lowest, highest = self.side.versions
        versions = list(range(lowest, highest + 1))
        if not versions:
            self._fail(Failure("NO_PROTOCOLS_AVAILABLE"))
            return
        self._say(CLIENT_HELLO, versions=versions, server_name=self.server_name, alpn=self.side.alpn)

    def receive(self, data):
        """Take bytes that have come from the wire."""
        for record in self._records.take(data):
            if self.failure is not None:
                return
            if isinstance(record, Failure):
                self._fail(record)
            else:
                self._take(*record)

    def take_plain(self) -> bytes:
        """What the other side has said since this was last asked for."""
        data = bytes(self.plain)
        self.plain.clear()
        return data

    def send(self, plain):
        """Once established, and before :meth:`close`."""
        self._out += records.framed(records.DATA, bytes(plain))

    def take_out(self) -> bytes:
        """Bytes to put on the wire."""
        data = bytes(self._out)
        self._out.clear()
        return data

    def close(self):
        """Say that nothing more will be sent (``close_notify``)."""
        if self.is_established and not self.is_closed:
            self.is_closed = True
            self._alert(_WARNING, _CLOSE_NOTIFY)

    # What comes

    def _take(self, kind, payload):
        if kind == records.ALERT and len(payload) == 2:
            self._take_alert(*payload)
        elif kind == records.HANDSHAKE and not self.is_established:
            self._messages += payload
            self._take_messages()
        elif kind == records.DATA and self.is_established:
            if not self.is_closed_by_peer:
                self.plain += payload
        elif kind != records.CHANGE_CIPHER_SPEC:
            self._fail(Failure("UNEXPECTED_MESSAGE", failures.UNEXPECTED_MESSAGE))

    def _take_alert(self, _level, description):
        if description == _CLOSE_NOTIFY:
            self.is_closed_by_peer = True
        else:
            self.failure = failures.alerted(description)

    def _take_messages(self):
        while len(self._messages) >= 4 and self.failure is None:
            kind, end = self._messages[0], 4 + int.from_bytes(self._messages[1:4])
            if kind not in self._expected:
                self._fail(Failure("UNEXPECTED_MESSAGE", failures.UNEXPECTED_MESSAGE))
                return
            if len(self._messages) < end:
                return
            body = bytes(self._messages[4:end])
            del self._messages[:end]
            try:
                self._TAKES[kind](self, **json.loads(body))
            except (ValueError, TypeError, KeyError):
                self._fail(Failure("UNEXPECTED_MESSAGE", failures.UNEXPECTED_MESSAGE))

    # The server's part

    def _take_client_hello(self, versions, server_name, alpn):
        self.server_name = server_name
        alert = self._on_server_name and self._on_server_name(server_name)
        if alert is not None:
            self._fail(Failure("CALLBACK_FAILED", alert))
            return
        lowest, highest = self.side.versions
        shared = [each for each in versions if lowest <= each <= highest]
        if not shared:
            self._fail(Failure("UNSUPPORTED_PROTOCOL", failures.PROTOCOL_VERSION))
            return
        chain = self.side.chain_for(server_name)
        if not chain:
            self._fail(Failure("NO_SHARED_CIPHER", failures.HANDSHAKE_FAILURE))
            return
        self.version = max(shared)
        self.cipher = _cipher(self.version, chain[0])
        self.alpn = next((each for each in self.side.alpn if each in alpn), None)
        self._answer(chain)

    def _answer(self, chain):
        is_new = self.version == TLS_1_3
        agreed = {"version": self.version, "cipher": self.cipher}
        self._say(SERVER_HELLO, **agreed, **({} if is_new else {"alpn": self.alpn}))
        if is_new:
            self._change_cipher()
            self._say(ENCRYPTED_EXTENSIONS, alpn=self.alpn)
        if self.side.asks != NEVER and is_new:
            self._say(CERTIFICATE_REQUEST)
        self._say_certificate(chain)
        if self.side.asks != NEVER and not is_new:
            self._say(CERTIFICATE_REQUEST)
        self._say(FINISHED if is_new else SERVER_DONE)
        last = FINISHED if is_new else KEY_EXCHANGE
        self._expected = (last,) if self.side.asks == NEVER else (CERTIFICATE,)

    def _take_key_exchange(self):
        self._expected = (FINISHED,)

    def _take_client_certificate(self, chain):
        is_new = self.version == TLS_1_3
        if not chain and self.side.asks == ALWAYS:
            alert = failures.CERTIFICATE_REQUIRED if is_new else failures.HANDSHAKE_FAILURE
            self._fail(Failure("PEER_DID_NOT_RETURN_A_CERTIFICATE", alert))
        elif not chain or self._believes(chain):
            self._expected = (FINISHED,) if is_new else (KEY_EXCHANGE,)

    # The client's part

    def _take_server_hello(self, version, cipher, alpn=None):
        self.version, self.cipher, self.alpn = version, tuple(cipher), alpn
        self._expected = (ENCRYPTED_EXTENSIONS,) if version == TLS_1_3 else (CERTIFICATE,)

    def _take_extensions(self, alpn):
        self.alpn = alpn
        self._expected = (CERTIFICATE_REQUEST, CERTIFICATE)

    def _take_certificate_request(self):
        self._was_asked = True
        self._expected = (CERTIFICATE,) if self.version == TLS_1_3 else (SERVER_DONE,)

    def _take_server_certificate(self, chain):
        if self._believes(chain):
            self._expected = (FINISHED,) if self.version == TLS_1_3 else (CERTIFICATE_REQUEST, SERVER_DONE)

    def _take_server_done(self):
        self._say_own_certificate()
        self._say(KEY_EXCHANGE)
        self._change_cipher()
        self._say(FINISHED)
        self._expected = (FINISHED,)

    def _say_own_certificate(self):
        if self._was_asked:
            self._say_certificate(self.side.chain_for(None))

    # Both

    def _take_certificate(self, chain):
        chain = tuple(map(base64.b64decode, chain))
        if self.server_side:
            self._take_client_certificate(chain)
        else:
            self._take_server_certificate(chain)

    def _believes(self, chain) -> bool:
        problem = self.side.verify and self.side.verify(chain)
        if problem is not None:
            self._fail(failures.not_verified(problem))
            return False
        self.peer_chain = chain
        return True

    def _take_finished(self):
        self._expected = ()
        if self.version == TLS_1_3 and not self.server_side:
            self._change_cipher()
            self._say_own_certificate()
            self._say(FINISHED)
        elif self.version != TLS_1_3 and self.server_side:
            self._change_cipher()
            self._say(FINISHED)
        self.is_established = True

    _TAKES = {
        CLIENT_HELLO: _take_client_hello,
        SERVER_HELLO: _take_server_hello,
        ENCRYPTED_EXTENSIONS: _take_extensions,
        CERTIFICATE: _take_certificate,
        CERTIFICATE_REQUEST: _take_certificate_request,
        SERVER_DONE: _take_server_done,
        KEY_EXCHANGE: _take_key_exchange,
        FINISHED: _take_finished,
    }

    # What goes

    def _say_certificate(self, chain):
        self._say(CERTIFICATE, chain=[base64.b64encode(each.encoded).decode() for each in chain])

    def _say(self, kind, **body):
        content = json.dumps(body).encode()
        self._out += records.framed(records.HANDSHAKE, bytes((kind,)) + len(content).to_bytes(3) + content)

    def _change_cipher(self):
        self._out += records.framed(records.CHANGE_CIPHER_SPEC, b"\1")

    def _alert(self, level, description):
        self._out += records.framed(records.ALERT, bytes((level, description)))

    def _fail(self, failure):
        self.failure = failure
        if failure.alert is not None:
            self._alert(_FATAL, failure.alert)


def _cipher(version, certificate):
    if version == TLS_1_3:
        return "TLS_AES_256_GCM_SHA384", "TLSv1.3", 256
    signed = "RSA" if certificate.is_rsa else "ECDSA"
    return f"ECDHE-{signed}-AES256-GCM-SHA384", "TLSv1.2", 256
