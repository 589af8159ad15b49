"""How ``https`` is spoken."""

import ssl


def tls_context(verify):
    """``verify`` is whether certificates are checked, or a context of the program's."""
    if isinstance(verify, ssl.SSLContext):
        return verify
    context = ssl.create_default_context()
    if not verify:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
