"""What ``ssl.SSLContext`` lacks: certificates, whom it believes, and connections."""

import os
import re
import ssl

from . import certificates, failures, verification
from .conversation import Side
from .uncharged import uncharged

_PEM_LIBRARY = 9 | 1 << 19
_CHAIN_FILE, _KEY_FILE, _CHECKED_KEY, _AUTHORITIES_FILE, _AUTHORITIES_DATA = 4221, 4242, 4250, 4474, 4340
"""Lines of ``_ssl.c``."""

_PUBLIC_BUNDLE = 20
"""Who brings as many authorities brings those of the public web, and trusts the simulated one by them."""

_LOWEST, _HIGHEST = 0x0301, 0x0304
_SWITCHES = {0x0301: "OP_NO_TLSv1", 0x0302: "OP_NO_TLSv1_1", 0x0303: "OP_NO_TLSv1_2", 0x0304: "OP_NO_TLSv1_3"}


NEW_CIPHERS = [
    ("TLS_AES_256_GCM_SHA384", "TLSv1.3", 256),
    ("TLS_CHACHA20_POLY1305_SHA256", "TLSv1.3", 256),
    ("TLS_AES_128_GCM_SHA256", "TLSv1.3", 128),
]
"""Those of TLS 1.3, which no setting takes away."""

_KNOWN_CIPHERS = re.compile(
    r"ALL|COMPLEMENTOF|DEFAULT|HIGH|MEDIUM|LOW|AES|CHACHA20|CAMELLIA|ARIA|3DES|DHE|ECDH|RSA|ECDSA|PSK|SHA|SSLV|TLSV"
)


class Store:
    """Whom a context believes."""

    def __init__(self):
        self._known = []
        self._unread = []
        """Of a bundle of hundreds, which is read when it is needed."""
        self.trusts_web = False

    def add(self, encoded):
        """Certificates as DER; ValueError where one is none."""
        if len(encoded) >= _PUBLIC_BUNDLE:
            self.trusts_web = True
            self._unread += encoded
        else:
            self._known += (each for each in map(certificates.of, encoded) if each not in self._known)

    @property
    def certificates(self):
        unread, self._unread = self._unread, []
        self._known += map(certificates.of, unread)
        return self._known


def store_of(context) -> Store:
    if context._store is None:
        context._store = Store()
        context._store.trusts_web = context._trusts_defaults
    return context._store


def side_of(context, host) -> Side:
    def verify(chain):
        if context.verify_mode == ssl.CERT_NONE:
            return None
        store, name = store_of(context), host if context.check_hostname else None
        store.trusts_web |= context._trusts_defaults
        return verification.problem_of([*map(certificates.of, chain)], name, store)

    return Side(context._chain, context._alpn, _versions_of(context), int(context.verify_mode), verify)


def _versions_of(context):
    lowest = max(context.minimum_version, _LOWEST)
    highest = context.maximum_version if context.maximum_version > 0 else _HIGHEST
    allowed = [
        version
        for version in range(lowest, min(highest, _HIGHEST) + 1)
        if not context.options & getattr(ssl, _SWITCHES[version])
    ]
    return (allowed[0], allowed[-1]) if allowed else (_HIGHEST, _LOWEST)


class SSLContext:
    """Its functions go into ``ssl.SSLContext``."""

    def wrap_socket(
        self,
        sock,
        server_side=False,
        do_handshake_on_connect=True,
        suppress_ragged_eofs=True,
        server_hostname=None,
        session=None,
    ):
        return self.sslsocket_class._create(
            sock=sock,
            server_side=server_side,
            do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs,
            server_hostname=server_hostname,
            context=self,
            session=session,
        )

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        return self.sslobject_class._create(
            incoming,
            outgoing,
            server_side=server_side,
            server_hostname=self._encode_hostname(server_hostname),
            session=session,
            context=self,
        )

    @uncharged
    def load_cert_chain(self, certfile, keyfile=None, password=None):
        blocks = certificates.blocks_of_pem(_text_of(certfile))
        chain = [content for title, content in blocks if title.endswith("CERTIFICATE")]
        try:
            chain = tuple(map(certificates.of, chain))
        except ValueError:
            chain = ()
        if not chain:
            raise _no_pem(_CHAIN_FILE)
        if keyfile is not None:
            blocks = certificates.blocks_of_pem(_text_of(keyfile))
        key = next(((title, content) for title, content in blocks if title.endswith("PRIVATE KEY")), None)
        if key is None or not _fits(chain[0], *key, password):
            raise _no_pem(_KEY_FILE)
        self._chain = chain

    @uncharged
    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        if cadata is not None:
            store_of(self).add(_of_data(cadata))
        if cafile is not None:
            _add_file(self, cafile)
        if capath is not None and os.path.isdir(capath):
            for name in sorted(os.listdir(capath)):
                if re.fullmatch(r"[0-9a-f]{8}\.\d+", os.fsdecode(name)):
                    _add_file(self, os.path.join(capath, name))

    def set_ciphers(self, ciphers):
        """Which are chosen is the same, whatever is set: only nonsense is refused."""
        if not isinstance(ciphers, str):
            raise TypeError(f"set_ciphers() argument must be str, not {type(ciphers).__name__}")
        if not _KNOWN_CIPHERS.search(ciphers.upper()):
            raise ssl.SSLError("No cipher can be selected.")

    def get_ciphers(self):
        return [
            {"name": name, "protocol": protocol, "strength_bits": bits, "alg_bits": bits, "aead": True}
            for name, protocol, bits in NEW_CIPHERS
        ]

    def get_ca_certs(self, binary_form=False):
        found = [each for each in store_of(self).certificates if each.is_authority]
        return [each.encoded if binary_form else each.as_dictionary() for each in found]

    def cert_store_stats(self):
        found = store_of(self).certificates
        return {"x509": len(found), "crl": 0, "x509_ca": sum(each.is_authority for each in found)}


def _text_of(path) -> str:
    """OpenSSL takes a path as bytes, too, and its errors do not name it."""
    try:
        with open(os.fsdecode(path), encoding="latin-1") as file:
            return file.read()
    except OSError as failure:
        raise type(failure)(*failure.args[:2]) from None


def _fits(certificate, title, key, password) -> bool:
    if title.startswith("ENCRYPTED") or not key:
        # What the key of such a file is can't be seen: whoever knows a password is believed to know it.
        return password is not None
    if certificate.fits_key(key):
        return True
    if certificate.is_rsa != certificates.is_rsa_key(key):
        words = "[SSL: NO_CERTIFICATE_ASSIGNED] no certificate assigned"
        raise failures.made(ssl.SSLError, 177, words, _CHECKED_KEY, "NO_CERTIFICATE_ASSIGNED")
    words = "[X509: KEY_VALUES_MISMATCH] key values mismatch"
    raise failures.made(ssl.SSLError, 116, words, _KEY_FILE, "KEY_VALUES_MISMATCH", library="X509")


def _no_pem(line):
    return failures.made(ssl.SSLError, _PEM_LIBRARY, "[SSL] PEM lib", line)


def _add_file(context, path):
    encoded = _encoded_in(_text_of(path))
    if not encoded:
        words, reason = "no certificate or crl found", "NO_CERTIFICATE_OR_CRL_FOUND"
        line = _AUTHORITIES_FILE
        raise failures.made(ssl.SSLError, 136, f"[X509: {reason}] {words}", line, reason, library="X509")
    try:
        store_of(context).add(encoded)
    except ValueError:
        raise _no_pem(_AUTHORITIES_FILE) from None


def _encoded_in(text):
    return [content for title, content in certificates.blocks_of_pem(text) if title.endswith("CERTIFICATE")]


def _of_data(data):
    if not data:
        raise ValueError("Empty certificate data")
    if isinstance(data, str):
        if not data.isascii():
            raise TypeError("cadata should be an ASCII string or a bytes-like object")
        encoded, problem = _encoded_in(data), "no start line"
    else:
        encoded, problem = _one_after_another(bytes(data)), "not enough data"
    if not encoded:
        words = f"{problem}: cadata does not contain a certificate"
        raise failures.made(ssl.SSLError, 0, words, _AUTHORITIES_DATA)
    return encoded


def _one_after_another(data):
    found = []
    while data:
        try:
            found.append(certificates.of(data).encoded)
        except ValueError:
            break
        data = data[len(found[-1]) :]
    return found
