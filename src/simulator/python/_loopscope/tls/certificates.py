"""Certificates as OpenSSL shows them: whose they are, who says so, for which names, and how long."""

import base64
import datetime
import functools
import re
import socket

from . import der

_ATTRIBUTES = {
    "2.5.4.3": "commonName",
    "2.5.4.4": "surname",
    "2.5.4.5": "serialNumber",
    "2.5.4.6": "countryName",
    "2.5.4.7": "localityName",
    "2.5.4.8": "stateOrProvinceName",
    "2.5.4.9": "streetAddress",
    "2.5.4.10": "organizationName",
    "2.5.4.11": "organizationalUnitName",
    "2.5.4.12": "title",
    "2.5.4.42": "givenName",
    "2.5.4.97": "organizationIdentifier",
    "0.9.2342.19200300.100.1.25": "domainComponent",
    "1.2.840.113549.1.9.1": "emailAddress",
}
_ALTERNATIVE_NAMES = "2.5.29.17"
_BASIC_CONSTRAINTS = "2.5.29.19"
_REVOCATIONS = "2.5.29.31"
_ACCESS = "1.3.6.1.5.5.7.1.1"
_ACCESSES = {"1.3.6.1.5.5.7.48.1": "OCSP", "1.3.6.1.5.5.7.48.2": "caIssuers"}
_RSA = "1.2.840.113549.1.1.1"
_IS_VERSION, _ARE_EXTENSIONS = 0xA0, 0xA3
_TEXTS = {0x81: "email", 0x82: "DNS", 0x86: "URI"}
_IP_ADDRESS, _DIRECTORY_NAME = 0x87, 0xA4
_IS_POINT = 0xA0

_PEM = re.compile(r"-----BEGIN ([A-Z0-9 ]+)-----\s(.*?)-----END \1-----", re.DOTALL)


class Certificate:
    """One certificate; ValueError for what is none. Its signature is neither made nor looked at."""

    def __init__(self, encoded: bytes):
        try:
            self._read(encoded)
        except (IndexError, TypeError, UnicodeDecodeError) as error:
            raise ValueError("not enough data") from error

    def _read(self, encoded):
        tag, content, end = der.read(encoded)
        if tag != der.SEQUENCE:
            raise ValueError("wrong tag")
        self.encoded = encoded[:end]
        fields = der.elements(der.elements(content)[0][1])
        self.version = 1
        if fields[0][0] == _IS_VERSION:
            self.version = 1 + der.elements(fields.pop(0)[1])[0][1][0]
        (_, serial), _, (_, issuer), (_, validity), (_, subject), (_, key) = fields[:6]
        self.serial = int.from_bytes(serial, signed=True)
        self.issuer, self.subject = _name(issuer), _name(subject)
        self.not_before, self.not_after = (der.time(*each) for each in der.elements(validity))
        (_, algorithm), (_, bits) = der.elements(key)
        self.is_rsa = der.object_id(der.elements(algorithm)[0][1]) == _RSA
        self.public_key = bits[1:]
        self.names, self.is_authority = (), False
        self.addresses = {"OCSP": [], "caIssuers": [], "crlDistributionPoints": []}
        """Where more can be asked of it; nobody does here."""
        for tag, inner in fields[6:]:
            if tag == _ARE_EXTENSIONS:
                self._read_extensions(der.elements(inner)[0][1])

    def _read_extensions(self, content):
        for _, extension in der.elements(content):
            parts = der.elements(extension)
            kind, value = der.object_id(parts[0][1]), der.elements(parts[-1][1])[0][1]
            if kind == _ALTERNATIVE_NAMES:
                self.names = tuple(filter(None, map(_alternative, der.elements(value))))
            elif kind == _BASIC_CONSTRAINTS:
                self.is_authority = value[:1] == bytes((der.BOOLEAN,)) and value[2:3] != b"\0"
            elif kind == _ACCESS:
                self._read_accesses(value)
            elif kind == _REVOCATIONS:
                self._read_revocations(value)

    def _read_accesses(self, content):
        for _, access in der.elements(content):
            (_, method), name = der.elements(access)[:2]
            self._add_address(_ACCESSES.get(der.object_id(method)), name)

    def _read_revocations(self, content):
        for _, point in der.elements(content):
            for tag, full_name in der.elements(point)[:1]:
                for name in der.elements(der.elements(full_name)[0][1]) if tag == _IS_POINT else ():
                    self._add_address("crlDistributionPoints", name)

    def _add_address(self, kind, name):
        if kind is not None and _TEXTS.get(name[0]) == "URI":
            self.addresses[kind].append(name[1].decode("latin-1"))

    def __eq__(self, other):
        return isinstance(other, Certificate) and self.encoded == other.encoded

    def __hash__(self):
        return hash(self.encoded)

    @property
    def is_self_signed(self) -> bool:
        return self.subject == self.issuer

    def fits_key(self, key: bytes) -> bool:
        """Whether a private key, as PKCS #1, SEC 1 or PKCS #8 have it, is the one of this certificate."""
        if self.is_rsa:
            return der.elements(der.elements(self.public_key)[0][1])[0][1] in key
        # Keys of the Edwards curves are without the public one.
        return self.public_key in key or len(key) < _SHORTEST_WITH_PUBLIC_KEY

    def as_dictionary(self) -> dict:
        """As ``SSLSocket.getpeercert`` gives it."""
        serial = f"{abs(self.serial):X}"
        shown = {
            "subject": self.subject,
            "issuer": self.issuer,
            "version": self.version,
            "serialNumber": "-" * (self.serial < 0) + "0" * (len(serial) % 2) + serial,
            "notBefore": _shown_time(self.not_before),
            "notAfter": _shown_time(self.not_after),
        }
        more = {"subjectAltName": self.names, **{kind: tuple(each) for kind, each in self.addresses.items()}}
        return {**shown, **{kind: value for kind, value in more.items() if value}}

    def is_for_name(self, host: str) -> bool:
        """As OpenSSL's ``X509_check_host`` without partial wildcards."""
        patterns = [name for kind, name in self.names if kind == "DNS"]
        if not patterns:
            patterns = [value for ((attribute, value), *_) in self.subject if attribute == "commonName"]
        return any(_matches(pattern.lower(), host.lower().rstrip(".")) for pattern in patterns)

    def is_for_address(self, address: bytes) -> bool:
        return ("IP Address", _shown_address(address)) in self.names


_SHORTEST_WITH_PUBLIC_KEY = 100


def is_rsa_key(key: bytes) -> bool:
    """Whether a private key, as PKCS #1, SEC 1 or PKCS #8 have it, is one of RSA's."""
    parts = der.elements(der.elements(key)[0][1])
    if parts[1][0] == der.SEQUENCE:
        return der.object_id(der.elements(parts[1][1])[0][1]) == _RSA
    return len(parts) == _PARTS_OF_RSA_KEY


_PARTS_OF_RSA_KEY = 9


@functools.cache
def of(encoded: bytes) -> Certificate:
    return Certificate(encoded)


def address_of(host: str) -> bytes | None:
    """The host as the bytes of an address; None where it is a name."""
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            return socket.inet_pton(family, host)
        except (OSError, ValueError):
            continue
    return None


def blocks_of_pem(text: str) -> list:
    """What stands in a file of certificates and keys, as pairs of a title and the content."""
    blocks = []
    for title, body in _PEM.findall(text):
        *_, body = body.rpartition("\n\n")
        try:
            blocks.append((title, base64.b64decode(body)))
        except ValueError:
            blocks.append((title, b""))
    return blocks


def certificates_of_pem(text: str) -> list:
    return [of(content) for title, content in blocks_of_pem(text) if title in _TITLES]


_TITLES = ("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE")


def _name(content) -> tuple:
    return tuple(
        tuple(_attribute(content) for _, content in der.elements(relative))
        for _, relative in der.elements(content)
    )


def _attribute(content):
    (_, kind), (tag, value) = der.elements(content)
    kind = der.object_id(kind)
    encoding = "utf-16-be" if tag == _BMP else "utf-8" if tag == der.UTF8 else "latin-1"
    return _ATTRIBUTES.get(kind, kind), value.decode(encoding)


_BMP = 0x1E


def _alternative(element):
    tag, value = element
    if tag in _TEXTS:
        return _TEXTS[tag], value.decode("latin-1")
    if tag == _DIRECTORY_NAME:
        return "DirName", _name(der.elements(value)[0][1])
    return ("IP Address", _shown_address(value)) if tag == _IP_ADDRESS else None


def _shown_address(packed):
    if len(packed) == 4:
        return ".".join(map(str, packed))
    return ":".join(f"{int.from_bytes(packed[at : at + 2]):X}" for at in range(0, len(packed), 2))


def _shown_time(moment: datetime.datetime):
    month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[moment.month - 1]
    return f"{month} {moment.day:2} {moment:%H:%M:%S %Y} GMT"


def _matches(pattern, host):
    first, _, rest = pattern.partition(".")
    if first != "*" or "." not in rest:
        return pattern == host
    label, _, others = host.partition(".")
    return bool(label) and others == rest
