"""Whether a certificate is believed: who vouches for it, for which name, and when. In OpenSSL's order."""

import datetime
import time

from . import failures
from .certificates import address_of

WEB_AUTHORITY = "Loopscope simulated web"
"""Who vouches for the hosts of the simulated web; what is trusted by default trusts it, and nobody else."""

_WEB_ISSUER = ((("commonName", WEB_AUTHORITY),),)


class Problem:
    def __init__(self, code, words, alert):
        self.code = code
        self.words = words
        self.alert = alert


def problem_of(chain, host, store):
    """Why a chain of certificates, the peer's own first, is not believed; None if it is.

    ``host`` is the name or address it has to be for, or None. ``store`` has the ``certificates`` that
    are trusted: a peer's own may be one of them, or be vouched for by one.
    """
    return (
        _problem_of_origin(chain, store)
        or (host and _problem_of_name(chain[0], host))
        or _problem_of_time(chain)
        or None
    )


def _problem_of_origin(chain, store):
    # First, because a bundle of public authorities need not be read then.
    if store.trusts_web and chain[0].issuer == _WEB_ISSUER:
        return None
    authorities = store.certificates
    subjects = {each.subject for each in authorities}
    current, others = chain[0], list(chain[1:])
    while True:
        if current in authorities:
            return None
        if current.is_self_signed:
            is_own = current is chain[0]
            words = "self-signed certificate" if is_own else "self-signed certificate in certificate chain"
            return Problem(18 if is_own else 19, words, failures.UNKNOWN_CA)
        if current.issuer in subjects:
            return None
        above = next((each for each in others if each.subject == current.issuer), None)
        if above is None:
            return Problem(20, "unable to get local issuer certificate", failures.UNKNOWN_CA)
        others.remove(above)
        current = above


def _problem_of_name(certificate, host):
    address = address_of(host)
    if address is None:
        if certificate.is_for_name(host):
            return None
        code, what = 62, "Hostname"
    elif certificate.is_for_address(address):
        return None
    else:
        code, what = 64, "IP address"
    return Problem(code, f"{what} mismatch, certificate is not valid for '{host}'.", failures.BAD_CERTIFICATE)


def _problem_of_time(chain):
    now = datetime.datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME), datetime.UTC)
    for certificate in chain:
        if now < certificate.not_before:
            return Problem(9, "certificate is not yet valid", failures.BAD_CERTIFICATE)
        if now > certificate.not_after:
            return Problem(10, "certificate has expired", failures.CERTIFICATE_EXPIRED)
    return None
