"""What OpenSSL and CPython say where a conversation fails; with the lines of ``_ssl.c`` in 3.14.8."""

import ssl


class Failure:
    """One failure: ``reason`` as OpenSSL names it, ``alert`` what the other side is sent of it, if anything."""

    def __init__(self, reason, alert=None, words=None, kind=ssl.SSLError, number=ssl.SSL_ERROR_SSL):
        self.reason = reason
        self.alert = alert
        self.words = words or reason.replace("_", " ").lower()
        self.kind = kind
        self.number = number
        self.verification = None
        """The code and the words of a certificate's check, where that is what failed."""

    def error(self, line: int) -> ssl.SSLError:
        return made(self.kind, self.number, f"[SSL: {self.reason}] {self.words}", line, self.reason, *self._checked)

    @property
    def _checked(self):
        return () if self.verification is None else (self.verification,)


def made(kind, number, words, line, reason=None, verification=None, library="SSL") -> ssl.SSLError:
    """An exception as ``_ssl.c`` makes it."""
    error = kind(int(number), f"{words} (_ssl.c:{line})")
    error.reason = reason
    error.library = library if words.startswith("[") else None
    if verification is not None:
        error.verify_code, error.verify_message = verification
    return error


def not_verified(problem) -> Failure:
    """``problem`` is one of ``verification``'s."""
    words = f"certificate verify failed: {problem.words}"
    kind = ssl.SSLCertVerificationError
    failure = Failure("CERTIFICATE_VERIFY_FAILED", problem.alert, words, kind)
    failure.verification = (problem.code, problem.words)
    return failure


def ended() -> Failure:
    """The bytes end, and nobody has said that they would."""
    reason, words = "UNEXPECTED_EOF_WHILE_READING", "EOF occurred in violation of protocol"
    return Failure(reason, None, words, ssl.SSLEOFError, ssl.SSL_ERROR_EOF)


def wants_read(line: int) -> ssl.SSLError:
    return made(ssl.SSLWantReadError, ssl.SSL_ERROR_WANT_READ, "The operation did not complete (read)", line)


def wants_write(line: int) -> ssl.SSLError:
    return made(ssl.SSLWantWriteError, ssl.SSL_ERROR_WANT_WRITE, "The operation did not complete (write)", line)


def closed(line: int) -> ssl.SSLError:
    words = "TLS/SSL connection has been closed (EOF)"
    return made(ssl.SSLZeroReturnError, ssl.SSL_ERROR_ZERO_RETURN, words, line)


UNEXPECTED_MESSAGE, HANDSHAKE_FAILURE, BAD_CERTIFICATE = 10, 40, 42
CERTIFICATE_EXPIRED, UNKNOWN_CA, PROTOCOL_VERSION, CERTIFICATE_REQUIRED = 45, 48, 70, 116

_ALERTS = {
    "SSLV3_ALERT": {
        10: "UNEXPECTED_MESSAGE",
        20: "BAD_RECORD_MAC",
        30: "DECOMPRESSION_FAILURE",
        40: "HANDSHAKE_FAILURE",
        42: "BAD_CERTIFICATE",
        43: "UNSUPPORTED_CERTIFICATE",
        44: "CERTIFICATE_REVOKED",
        45: "CERTIFICATE_EXPIRED",
        46: "CERTIFICATE_UNKNOWN",
        47: "ILLEGAL_PARAMETER",
    },
    "TLSV1_ALERT": {
        22: "RECORD_OVERFLOW",
        48: "UNKNOWN_CA",
        49: "ACCESS_DENIED",
        50: "DECODE_ERROR",
        51: "DECRYPT_ERROR",
        70: "PROTOCOL_VERSION",
        71: "INSUFFICIENT_SECURITY",
        80: "INTERNAL_ERROR",
        86: "INAPPROPRIATE_FALLBACK",
        90: "USER_CANCELLED",
        100: "NO_RENEGOTIATION",
        115: "UNKNOWN_PSK_IDENTITY",
        120: "NO_APPLICATION_PROTOCOL",
    },
    "TLSV13_ALERT": {109: "MISSING_EXTENSION", 116: "CERTIFICATE_REQUIRED"},
    "TLSV1": {
        110: "UNSUPPORTED_EXTENSION",
        111: "CERTIFICATE_UNOBTAINABLE",
        112: "UNRECOGNIZED_NAME",
        113: "BAD_CERTIFICATE_STATUS_RESPONSE",
        114: "BAD_CERTIFICATE_HASH_VALUE",
    },
}


def alerted(description: int) -> Failure:
    """The other side has said why it ends the conversation."""
    for family, names in _ALERTS.items():
        if description in names:
            reason = f"{family}_{names[description]}"
            words = reason.replace("_", " ").lower().replace("sslv3", "ssl/tls")
            return Failure(reason, words=words)
    return Failure("UNKNOWN_ALERT_TYPE")
