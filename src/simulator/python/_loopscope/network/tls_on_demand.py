"""``ssl`` as Pyodide has it knows settings and no connections. What it lacks is in ``_loopscope.tls``,
which is loaded when a program first needs it: asyncio imports ``ssl`` for every program.
"""

import ssl

_VERSION = (3, 6, 5)
"""Of OpenSSL, whose words and checks are imitated."""

_CONSTANTS = {
    "OPENSSL_VERSION": f"OpenSSL {'.'.join(map(str, _VERSION))} (pretended by Loopscope: nothing is encrypted)",
    "OPENSSL_VERSION_INFO": (*_VERSION, 0, 0),
    "OPENSSL_VERSION_NUMBER": _VERSION[0] << 28 | _VERSION[1] << 20 | _VERSION[2] << 4,
    "HAS_ECDH": True,
    "HAS_TLSv1_3": True,
}

_ERRORS = ("SSLError", "SSLZeroReturnError", "SSLWantReadError", "SSLWantWriteError", "SSLSyscallError", "SSLEOFError")


def complete_c_module(_ssl) -> None:
    """Before ``ssl`` is built upon it."""
    for name, value in _CONSTANTS.items():
        setattr(_ssl, name, value)
    bases = (_ssl.SSLError, ValueError)
    _ssl.SSLCertVerificationError = type("SSLCertVerificationError", bases, {})
    for name in (*_ERRORS, "SSLCertVerificationError"):
        getattr(_ssl, name).__module__ = "ssl"
    _ssl.SSLError.__str__ = _words_of


def _words_of(self):
    return self.strerror if isinstance(self.strerror, str) else str(self.args)


def install() -> None:
    context = ssl.SSLContext
    context._chain, context._alpn, context._store, context._trusts_defaults = (), (), None, False
    context.set_alpn_protocols = _set_alpn_protocols
    context.set_default_verify_paths = _set_default_verify_paths
    context.load_default_certs = _load_default_certs
    for name in _ON_DEMAND:
        setattr(context, name, _on_demand(name))
    ssl.get_server_certificate = get_server_certificate


_ON_DEMAND = (
    *("wrap_socket", "wrap_bio", "load_cert_chain", "load_verify_locations"),
    *("get_ca_certs", "cert_store_stats", "set_ciphers", "get_ciphers"),
)


def _on_demand(name):
    def call(self, *args, **named):
        _load()
        return getattr(self, name)(*args, **named)

    call.__name__ = name
    return call


def _load():
    from ..tls import contexts, objects, sockets

    for ours in (contexts.SSLContext, objects.SSLObject, sockets.SSLSocket):
        for name, value in vars(ours).items():
            if not name.startswith("__"):
                setattr(getattr(ssl, ours.__name__), name, value)


def _set_alpn_protocols(self, alpn_protocols):
    encoded = [bytes(protocol, "ascii") for protocol in alpn_protocols]
    if not all(0 < len(protocol) < 256 for protocol in encoded):
        raise ssl.SSLError("ALPN protocols must be 1 to 255 in length")
    self._alpn = tuple(protocol.decode() for protocol in encoded)


def _set_default_verify_paths(self):
    self._trusts_defaults = True


def _load_default_certs(self, purpose=None):
    if not isinstance(purpose, ssl._ASN1Object | None):
        raise TypeError(purpose)
    self._trusts_defaults = True


def get_server_certificate(addr, ssl_version=None, ca_certs=None, timeout=None):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT if ssl_version is None else ssl_version)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE if ca_certs is None else ssl.CERT_REQUIRED
    if ca_certs is not None:
        context.load_verify_locations(ca_certs)
    waiting = {} if timeout is None else {"timeout": timeout}
    with ssl.create_connection(addr, **waiting) as plain:
        with context.wrap_socket(plain, server_hostname=addr[0]) as talk:
            return ssl.DER_cert_to_PEM_cert(talk.getpeercert(True))
