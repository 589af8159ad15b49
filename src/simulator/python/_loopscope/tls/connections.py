"""What ``_ssl._SSLSocket`` is natively: a conversation on what carries it, with the calls of Modules/_ssl.c."""

import ssl
import weakref

from .. import entrances, kernel, unraisable
from . import certificates, contexts, failures
from .carriers import NotYet
from .conversation import Conversation
from .uncharged import uncharged

_HANDSHAKE, _READ, _WRITE, _SHUTDOWN = 1127, 2768, 2606, 2896
"""Lines of ``_ssl.c``, by what they do."""

_INTERNAL_ERROR = 80


class Connection:
    """``owner`` is called the SSLObject or SSLSocket that it belongs to; a function, for it may be gone."""

    session = None
    session_reused = False

    def __init__(self, context, server_side, server_hostname, owner, carrier):
        self.server_side = server_side
        self.server_hostname = server_hostname
        self._owner = owner
        self._carrier = carrier
        self._unsent = bytearray()
        self._accepted = 0
        """How much of what was last given to ``write`` is in ``_unsent``."""
        self._is_broken = False
        self._context = context
        side = contexts.side_of(context, server_hostname)
        name = None if server_hostname is None or certificates.address_of(server_hostname) else server_hostname
        # No cycle: where the program lets go of it, its context is gone at once, as natively.
        this = weakref.ref(self)
        self._talk = Conversation(server_side, side, name, lambda asked: this()._on_server_name(asked))

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, context):
        """A server may choose its certificate when it knows whom a client asks for."""
        if not isinstance(context, ssl.SSLContext):
            raise TypeError("The value must be a SSLContext")
        self._context = context
        side = contexts.side_of(context, self.server_hostname)
        self._talk.side.chain, self._talk.side.alpn = side.chain, side.alpn

    # The beginning and the end

    def do_handshake(self):
        self._handshake(_HANDSHAKE, "_ssl.c:1109: The handshake operation timed out")

    def _handshake(self, line, timed_out):
        due_ns = self._carrier.due_ns()
        self._talk.start()
        while True:
            self._flush(line, due_ns, timed_out)
            self._raise_failure(line)
            if self._talk.is_established:
                return
            self._read_on(line, due_ns, timed_out)

    def shutdown(self):
        """Say that this is the end, and wait until the other side has said so; the socket, if there is one."""
        if self._is_broken or not self._talk.is_established:
            self._is_broken = True
            raise failures.Failure("SHUTDOWN_WHILE_IN_INIT").error(_SHUTDOWN)
        due_ns = self._carrier.due_ns()
        self._talk.close()
        self._flush(_SHUTDOWN, due_ns, _WRITE_TIMED_OUT)
        while not self._talk.is_closed_by_peer:
            if not self._talk.plain:
                self._read_on(_SHUTDOWN, due_ns, _READ_TIMED_OUT)
            if self._talk.plain:
                self._is_broken = True
                raise failures.Failure("APPLICATION_DATA_AFTER_CLOSE_NOTIFY").error(_SHUTDOWN)
            self._raise_failure(_SHUTDOWN)
        return self._carrier.socket

    # Between

    def read(self, limit, buffer=None):
        if limit < 0 and buffer is None:
            raise ValueError("size should not be negative")
        if buffer is not None:
            view = memoryview(buffer).cast("B")
            limit = limit if 0 < limit < len(view) else len(view)
        data = self._read(limit) if limit else b""
        if buffer is None:
            return data
        view[: len(data)] = data
        return len(data)

    def _read(self, limit):
        talk = self._talk
        if not talk.is_established:
            self._handshake(_READ, _READ_TIMED_OUT)
        due_ns = self._carrier.due_ns()
        while not talk.plain:
            self._raise_failure(_READ)
            if talk.is_closed_by_peer and talk.is_closed:
                raise failures.closed(_READ)
            if talk.is_closed_by_peer:
                return b""
            self._read_on(_READ, due_ns, _READ_TIMED_OUT)
        data = bytes(talk.plain[:limit])
        del talk.plain[:limit]
        return data

    def write(self, data):
        view = memoryview(data).cast("B")
        if self._talk.is_closed:
            raise failures.Failure("PROTOCOL_IS_SHUTDOWN").error(_WRITE)
        if not self._talk.is_established:
            self._handshake(_WRITE, _WRITE_TIMED_OUT)
        self._raise_failure(_WRITE)
        if not self._accepted:
            self._talk.send(view)
            self._accepted = len(view)
        self._flush(_WRITE, self._carrier.due_ns(), _WRITE_TIMED_OUT)
        accepted, self._accepted = self._accepted, 0
        return accepted

    def pending(self):
        return len(self._talk.plain)

    def _read_on(self, line, due_ns, timed_out):
        """As far as the end of the record that comes next, or of its header: no further than OpenSSL reads."""
        try:
            data = self._carrier.read(self._talk.needed, due_ns)
        except NotYet:
            raise failures.wants_read(line) from None
        except TimeoutError:
            raise TimeoutError(timed_out) from None
        if not data:
            self._is_broken = True
            raise failures.ended().error(line)
        self._receive(data)

    @uncharged
    def _receive(self, data):
        self._talk.receive(data)

    def _flush(self, line, due_ns, timed_out):
        self._unsent += self._talk.take_out()
        while self._unsent:
            try:
                del self._unsent[: self._carrier.write(bytes(self._unsent), due_ns)]
            except NotYet:
                raise failures.wants_write(line) from None
            except TimeoutError:
                raise TimeoutError(timed_out) from None
            except OSError:
                if self._talk.failure is None:
                    raise
                self._unsent.clear()

    def _raise_failure(self, line):
        if self._talk.failure is not None:
            self._is_broken = True
            raise self._talk.failure.error(line)

    # What a program asks

    def getpeercert(self, binary_form=False):
        if not self._talk.is_established:
            raise ValueError("handshake not done yet")
        if not self._talk.peer_chain:
            return None
        if binary_form:
            return self._talk.peer_chain[0]
        if self._context.verify_mode == ssl.CERT_NONE:
            return {}
        return certificates.of(self._talk.peer_chain[0]).as_dictionary()

    def get_unverified_chain(self):
        return list(self._talk.peer_chain)

    get_verified_chain = get_unverified_chain

    def cipher(self):
        return self._talk.cipher and tuple(self._talk.cipher)

    def shared_ciphers(self):
        if not self.server_side or self._talk.cipher is None:
            return None
        return contexts.NEW_CIPHERS if self.version() == "TLSv1.3" else [self.cipher()]

    def compression(self):
        return None

    def version(self):
        return _VERSIONS[self._talk.version] if self._talk.is_established else None

    def selected_alpn_protocol(self):
        return self._talk.alpn

    def get_channel_binding(self, kind="tls-unique"):
        """Not available: nothing is secret here that could be bound to."""
        if kind not in ssl.CHANNEL_BINDING_TYPES:
            raise ValueError(f"'{kind}' channel binding type not implemented")

    def verify_client_post_handshake(self):
        raise NotImplementedError("Post-handshake auth is not implemented by your OpenSSL version.")

    def _on_server_name(self, name):
        """Ask the program's callback, as ``_servername_callback``; an alert or None."""
        callback = self._context.sni_callback
        if callback is None:
            return None
        was_exempt = kernel.exempt(False)
        try:
            return _alert_of(_call(callback, self._owner(), name, self._context), callback)
        except kernel.RunOver:
            raise
        except Exception as error:
            _ignore(error, callback)
            return failures.HANDSHAKE_FAILURE
        finally:
            kernel.exempt(was_exempt)


_READ_TIMED_OUT = "The read operation timed out"
_WRITE_TIMED_OUT = "The write operation timed out"

_VERSIONS = {0x0301: "TLSv1", 0x0302: "TLSv1.1", 0x0303: "TLSv1.2", 0x0304: "TLSv1.3"}


@entrances.entrance
def _call(callback, *args):
    return callback(*args)


def _alert_of(answer, callback):
    if answer is None:
        return None
    try:
        return int(answer)
    except (TypeError, ValueError) as error:
        _ignore(error, callback)
        return _INTERNAL_ERROR



def _ignore(error, callback):
    where = "in ssl servername callback while calling set SNI callback"
    unraisable.tell(error, f"Exception ignored {where} {callback!r}")
