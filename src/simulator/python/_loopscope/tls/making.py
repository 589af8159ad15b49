"""Makes certificates, for programs that have no ``openssl`` beside them and for hosts of our own."""

import base64
import datetime
import hashlib

from . import der
from .certificates import Certificate, address_of, of
from .uncharged import uncharged

_COMMON_NAME = "2.5.4.3"
_ALTERNATIVE_NAMES = "2.5.29.17"
_BASIC_CONSTRAINTS = "2.5.29.19"
_EC_KEY, _P_256 = "1.2.840.10045.2.1", "1.2.840.10045.3.1.7"
_SIGNED_BY_EC = "1.2.840.10045.4.3.2"
_NAME, _ADDRESS = 0x82, 0x87
_VERSION_3 = 2

_FROM = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
_UNTIL = datetime.datetime(2035, 1, 1, tzinfo=datetime.UTC)


@uncharged
def certificate(names, issuer=None, valid=(_FROM, _UNTIL)) -> Certificate:
    """One for names and addresses, always the same for the same; signed by itself without an issuer."""
    encoded = der.element(
        der.SEQUENCE, _contents(names, issuer, valid), _algorithm(_SIGNED_BY_EC), _bits(_digest(*names, "signed"))
    )
    return of(encoded)


@uncharged
def self_signed(names) -> str:
    """A certificate and its key, as the content of a file."""
    key, made = as_pem("EC PRIVATE KEY", private_key(names)), certificate(names)
    return key + as_pem("CERTIFICATE", made.encoded)


def private_key(names) -> bytes:
    """What stands for the key of such a certificate, as SEC 1 has it."""
    public = der.element(0xA1, _bits(_public_key(names)))
    return der.element(
        der.SEQUENCE,
        der.integer(1),
        der.element(der.OCTET_STRING, _digest(*names, "private")),
        der.element(0xA0, der.written_object_id(_P_256)),
        public,
    )


def as_pem(title: str, content: bytes) -> str:
    text = base64.b64encode(content).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join((f"-----BEGIN {title}-----", *lines, f"-----END {title}-----", ""))


def _contents(names, issuer, valid):
    key = der.element(
        der.SEQUENCE,
        der.element(der.SEQUENCE, der.written_object_id(_EC_KEY), der.written_object_id(_P_256)),
        _bits(_public_key(names)),
    )
    return der.element(
        der.SEQUENCE,
        der.element(0xA0, der.integer(_VERSION_3)),
        der.integer(int.from_bytes(_digest(*names, issuer or "")[:16]) >> 1),
        _algorithm(_SIGNED_BY_EC),
        _name(issuer or names[0]),
        der.element(der.SEQUENCE, *map(der.written_time, valid)),
        _name(names[0]),
        key,
        der.element(0xA3, der.element(der.SEQUENCE, *_extensions(names, issuer))),
    )


def _extensions(names, issuer):
    yield _extension(_ALTERNATIVE_NAMES, der.element(der.SEQUENCE, *map(_alternative, names)))
    if issuer is None:
        is_authority = der.element(der.BOOLEAN, b"\xff")
        yield _extension(_BASIC_CONSTRAINTS, der.element(der.SEQUENCE, is_authority))


def _extension(kind, value):
    return der.element(der.SEQUENCE, der.written_object_id(kind), der.element(der.OCTET_STRING, value))


def _alternative(name):
    address = address_of(name)
    return der.element(_NAME, name.encode()) if address is None else der.element(_ADDRESS, address)


def _name(common_name):
    attribute = der.element(
        der.SEQUENCE, der.written_object_id(_COMMON_NAME), der.element(der.UTF8, common_name.encode())
    )
    return der.element(der.SEQUENCE, der.element(der.SET, attribute))


def _algorithm(kind):
    return der.element(der.SEQUENCE, der.written_object_id(kind))


def _bits(content):
    return der.element(der.BIT_STRING, b"\0", content)


def _public_key(names):
    """As long as a point of the curve, and the same for the same names."""
    return b"\x04" + _digest(*names, "x") + _digest(*names, "y")


def _digest(*words):
    return hashlib.sha256("\n".join(words).encode()).digest()
