"""``ssl.SSLObject``, and what it has in common with ``ssl.SSLSocket``: as in CPython's Lib/ssl.py."""

import ssl
import warnings
import weakref

from . import failures
from .carriers import Memory
from .connections import Connection


_WRAP = 914
"""A line of ``_ssl.c``."""


def check_arguments(server_side, context, server_hostname, session):
    if server_side:
        if server_hostname:
            raise ValueError("server_hostname can only be specified in client mode")
        if session is not None:
            raise ValueError("session can only be specified in client mode")
    if context.check_hostname and not server_hostname:
        raise ValueError("check_hostname requires server_hostname")


def connect(context, server_side, server_hostname, owner, carrier) -> Connection:
    """As ``_ssl__SSLContext__wrap_socket``."""
    for is_wrong, side, kind in (
        (server_side and context.protocol == ssl.PROTOCOL_TLS_CLIENT, "server", "CLIENT"),
        (not server_side and context.protocol == ssl.PROTOCOL_TLS_SERVER, "client", "SERVER"),
    ):
        if is_wrong:
            words = f"Cannot create a {side} socket with a PROTOCOL_TLS_{kind} context"
            raise failures.made(ssl.SSLError, 0, words, _WRAP)
    if server_hostname is not None and (not server_hostname or server_hostname.startswith(".")):
        raise ValueError("server_hostname cannot be an empty string or start with a leading dot.")
    return Connection(context, server_side, server_hostname, weakref.ref(owner), carrier)


class SSLObject:
    """Its functions go into ``ssl.SSLObject``."""

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        check_arguments(server_side, context, server_hostname, session)
        for name, given in (("incoming", incoming), ("outgoing", outgoing)):
            if not isinstance(given, ssl.MemoryBIO):
                kind = "None" if given is None else type(given).__name__
                raise TypeError(f"_wrap_bio() argument '{name}' must be _ssl.MemoryBIO, not {kind}")
        self = cls.__new__(cls)
        self._sslobj = connect(context, server_side, server_hostname, self, Memory(incoming, outgoing))
        return self

    @property
    def context(self):
        return self._sslobj.context

    @context.setter
    def context(self, context):
        self._sslobj.context = context

    session = property(lambda self: self._sslobj.session)
    session_reused = property(lambda self: self._sslobj.session_reused)
    server_side = property(lambda self: self._sslobj.server_side)
    server_hostname = property(lambda self: self._sslobj.server_hostname)

    def read(self, len=1024, buffer=None):
        return self._sslobj.read(len, buffer)

    def write(self, data):
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        return self._sslobj.getpeercert(binary_form)

    def get_verified_chain(self):
        return self._sslobj.get_verified_chain()

    def get_unverified_chain(self):
        return self._sslobj.get_unverified_chain()

    def selected_npn_protocol(self):
        warnings.warn("ssl NPN is deprecated, use ALPN instead", DeprecationWarning, stacklevel=2)

    def selected_alpn_protocol(self):
        return self._sslobj.selected_alpn_protocol()

    def cipher(self):
        return self._sslobj.cipher()

    def shared_ciphers(self):
        return self._sslobj.shared_ciphers()

    def compression(self):
        return self._sslobj.compression()

    def pending(self):
        return self._sslobj.pending()

    def do_handshake(self):
        self._sslobj.do_handshake()

    def unwrap(self):
        return self._sslobj.shutdown()

    def get_channel_binding(self, cb_type="tls-unique"):
        return self._sslobj.get_channel_binding(cb_type)

    def version(self):
        return self._sslobj.version()

    def verify_client_post_handshake(self):
        return self._sslobj.verify_client_post_handshake()
