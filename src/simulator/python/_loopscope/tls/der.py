"""DER, the encoding of certificates (X.690): as much as they need, to read and to write."""

import datetime

BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING, OBJECT_ID = 0x01, 0x02, 0x03, 0x04, 0x06
UTF8, UTC_TIME, GENERALIZED_TIME = 0x0C, 0x17, 0x18
SEQUENCE, SET = 0x30, 0x31

_LONG = 0x80
_YEARS_OF_UTC_TIME = 50
"""From here on two digits are of the last century."""


def read(data: bytes, at: int = 0):
    """The tag and the content of the element at a place, and where the next one begins."""
    tag, length, at = data[at], data[at + 1], at + 2
    if length >= _LONG:
        size = length - _LONG
        length, at = int.from_bytes(data[at : at + size]), at + size
    if not length <= len(data) - at:
        raise ValueError("not enough data")
    return tag, data[at : at + length], at + length


def elements(content: bytes) -> list:
    """The elements one after another, as pairs of tag and content."""
    found, at = [], 0
    while at < len(content):
        tag, inner, at = read(content, at)
        found.append((tag, inner))
    return found


def object_id(content: bytes) -> str:
    numbers, value = [], 0
    for byte in content:
        value = value << 7 | byte & 0x7F
        if byte < _LONG:
            numbers.append(value)
            value = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))


def time(tag: int, content: bytes) -> datetime.datetime:
    text = content.decode("ascii")
    if tag == UTC_TIME:
        text = ("19" if int(text[:2]) >= _YEARS_OF_UTC_TIME else "20") + text
    return datetime.datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=datetime.UTC)


# Writing


def element(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    length = len(content)
    if length < _LONG:
        return bytes((tag, length)) + content
    size = (length.bit_length() + 7) // 8
    return bytes((tag, _LONG | size)) + length.to_bytes(size) + content


def integer(value: int) -> bytes:
    return element(INTEGER, value.to_bytes(value.bit_length() // 8 + 1))


def written_object_id(text: str) -> bytes:
    first, second, *rest = map(int, text.split("."))
    content = b""
    for number in (40 * first + second, *rest):
        part = bytes((number & 0x7F,))
        while number := number >> 7:
            part = bytes((number & 0x7F | _LONG,)) + part
        content += part
    return element(OBJECT_ID, content)


def written_time(moment: datetime.datetime) -> bytes:
    return element(GENERALIZED_TIME, moment.strftime("%Y%m%d%H%M%SZ").encode())
