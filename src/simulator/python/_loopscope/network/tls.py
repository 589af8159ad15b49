"""TLS, of which there is none: contexts can be made, which ``urllib`` does without need, but no connections."""

import os


def refuse(*args, **options):
    raise NotImplementedError("there is no TLS here: leave out ssl, and connect in plain text")


def install(ssl) -> None:
    context = ssl.SSLContext
    context.wrap_socket = context.wrap_bio = refuse
    for name in ("load_verify_locations", "load_cert_chain"):
        setattr(context, name, _taking_bytes(getattr(context, name)))


def _taking_bytes(load):
    """OpenSSL takes a path as bytes, too, and its errors do not name it."""

    def take(self, *paths, **named):
        paths = [_decoded(path) for path in paths[:2]] + [*paths[2:]]
        named = {name: value if name == "cadata" else _decoded(value) for name, value in named.items()}
        try:
            return load(self, *paths, **named)
        except OSError as failure:
            raise type(failure)(*failure.args[:2]) from None

    take.__name__, take.__qualname__ = load.__name__, load.__qualname__
    return take


def _decoded(path):
    return os.fsdecode(path) if isinstance(path, bytes) else path
