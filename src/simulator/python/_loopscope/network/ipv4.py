"""IPv4 addresses as ``inet_aton`` reads them: ``127.1``, ``0x7f.1`` and ``0`` are some."""

import re

_NUMBER = re.compile(r"0[xX][\da-fA-F]+|0[0-7]*|[1-9]\d*", re.ASCII)
_SPACE = re.compile(r"[ \t\n\v\f\r]")


def packed(text: str):
    """Four bytes; None for what is no address. The last number fills what the others leave."""
    parts = text.split(".")
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    *first, last = map(_value, parts)
    room = 4 - len(first)
    if last >= 256**room or any(number > 255 for number in first):
        return None
    return bytes(first) + last.to_bytes(room)


def _value(digits) -> int:
    if digits[:2] in ("0x", "0X"):
        return int(digits, 16)
    return int(digits, 8 if digits[0] == "0" else 10)


def inet_aton(text, /) -> bytes:
    """``_socket.inet_aton``, which reads no further than the first space."""
    if not isinstance(text, str):
        raise TypeError(f"inet_aton() argument 1 must be str, not {type(text).__name__}")
    address = packed(_SPACE.split(text)[0])
    if address is None:
        raise OSError("illegal IP address string passed to inet_aton")
    return address
