"""``hashlib.pbkdf2_hmac``, which CPython takes from OpenSSL: PBKDF2 of RFC 8018, section 5.2."""

from . import entrances, library


@entrances.entrance
def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    if not isinstance(hash_name, str):
        kind = type(hash_name).__name__
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {kind}")
    keyed = hmac.new(bytes(memoryview(password)), digestmod=hash_name)
    size = keyed.digest_size
    length = size if dklen is None else dklen
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if length < 1:
        raise ValueError("key length must be greater than 0.")

    def digest_of(message):
        copy = keyed.copy()
        copy.update(message)
        return copy.digest()

    key = b""
    for block in range(1, -(-length // size) + 1):
        last = digest_of(bytes(memoryview(salt)) + block.to_bytes(4))
        mixed = int.from_bytes(last)
        for _ in range(iterations - 1):
            last = digest_of(last)
            mixed ^= int.from_bytes(last)
        key += mixed.to_bytes(size)
    return key[:length]


def install() -> None:
    pbkdf2_hmac.__module__ = "_hashlib"
    library.fit("hashlib", lambda module: setattr(module, "pbkdf2_hmac", pbkdf2_hmac))
