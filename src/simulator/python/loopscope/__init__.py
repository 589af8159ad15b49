"""What a program may ask of the simulator that runs it.

There is no such module natively. A program that should run there too imports it so::

    try:
        import loopscope
    except ImportError:
        loopscope = None
"""

from _loopscope.network import wire
from _loopscope.network.descriptors import lookup

__all__ = ["certificate", "latency"]


def latency(seconds, connection=None):
    """Let what is sent over TCP and UDP take ``seconds`` to arrive.

    Without ``connection`` it holds for every connection and datagram socket made from now on.
    Connecting takes two latencies, one each way, before a client can send; the server can accept
    it one later. With a ``StreamWriter``, a transport or a socket as ``connection`` it holds for
    what is sent over that one from now on, in both directions.

    Unix sockets have none. What is under way already arrives as it would have, and nothing
    overtakes it.
    """
    if not seconds >= 0:
        raise ValueError(f"latency must be zero or more seconds, not {seconds!r}")
    latency_ns = round(seconds * 1_000_000_000)
    if connection is None:
        wire.default_latency_ns = latency_ns
        return
    get_extra_info = getattr(connection, "get_extra_info", None)
    socket = get_extra_info("socket") if get_extra_info else connection
    wires = lookup(socket.fileno()).wires
    if not wires:
        raise ValueError(f"latency needs a connection over TCP or UDP, not {connection!r}")
    for each in wires:
        each.latency_ns = latency_ns


def certificate(*names):
    """Write a certificate for these names and addresses, with its key, to a file; and tell its path.

    It is signed by itself. A server takes it by ``load_cert_chain``, a client trusts it by
    ``create_default_context(cafile=…)``. Without names it is for localhost, 127.0.0.1 and ::1.
    TLS is pretended here: no other machine could use it.
    """
    from _loopscope.tls import making

    names = names or ("localhost", "127.0.0.1", "::1")
    path = f"/tmp/{names[0].replace('*', '_')}.pem"
    with open(path, "w") as file:
        file.write(making.self_signed(names))
    return path
