"""What a program gives as a host, as text: the checks of Modules/socketmodule.c, in its words."""


def of_address(host) -> str:
    """In the address of a socket; a name beyond ASCII is encoded, others are taken as they are."""
    if not isinstance(host, (str, bytes, bytearray)):
        kind = type(host).__name__
        raise TypeError(f"str, bytes or bytearray expected, not {kind}")
    try:
        name = host if isinstance(host, str) and host.isascii() else _encoded(host)
    except UnicodeError:
        raise TypeError("encoding of hostname failed") from None
    if "\0" in name:
        raise TypeError("host name must not contain null character")
    return name


def to_look_up(host) -> str:
    """For ``getaddrinfo``; C reads no further than a null character."""
    if not isinstance(host, (str, bytes)):
        raise TypeError("getaddrinfo() argument 1 must be string or None")
    return _encoded(host).partition("\0")[0]


def argument(host, caller) -> str:
    """For ``gethostbyname`` and its kin."""
    kind = "None" if host is None else type(host).__name__
    if not isinstance(host, (str, bytes, bytearray)):
        raise TypeError(f"{caller}() argument 1 must be str, bytes or bytearray, not {kind}")
    name = _encoded(host)
    if "\0" in name:
        raise TypeError(
            f"{caller}() argument 1 must be encoded string without null bytes, not {kind}"
        )
    return name


def _encoded(host) -> str:
    """As the codec ``idna`` encodes it, which is loaded only for what it would change or refuse."""
    if not isinstance(host, str):
        return bytes(host).decode(errors="surrogateescape")
    *labels, last = host.split(".")
    if host.isascii() and len(last) < 64 and all(0 < len(label) < 64 for label in labels):
        return host
    return host.encode("idna").decode()
