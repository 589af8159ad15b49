"""The virtual network: sockets that reach each other, and the simulated web beyond (``web``).

CPython's own ``socket``, ``selectors`` and asyncio stay as they are. What is replaced is what they
stand on, the C modules ``_socket`` and ``select``:

- ``sockets`` is ``_socket.socket``: descriptors, timeouts, blocking; ``arguments`` its checks;
- ``tcp``, ``unix`` and ``datagram`` are the kinds of endpoint behind it, ``stream``, ``inet``
  and ``endpoint`` what they share, ``pipe`` and ``wire`` what lies between two of them, and
  ``creation`` chooses among them;
- ``ports`` knows who is bound where, ``hosts``, ``outside``, ``services`` and ``resolver`` know names,
  ``host_names``, ``ipv4``, ``mapped`` and ``addresses`` what is taken for an address, and
  ``tls_on_demand`` has ``ssl`` find ``_loopscope.tls``;
- ``options`` has what ``setsockopt`` sets, ``waits`` tells the recorder what a wait is for;
- ``readiness`` and ``descriptors`` tell threads, ``epoll`` and ``polling`` what is ready.

Nothing in here may reach the sockets of Emscripten, which can end the interpreter.
"""

import _socket
import _ssl
import asyncio.selector_events
import asyncio.streams
import asyncio.subprocess
import importlib
import os
import select
import selectors
import socket
import ssl

from .. import errors, own_builtins
from . import addresses, descriptors, epoll, hosts, ipv4, options, outside, polling, resolver, services, sockets
from . import tls_on_demand, waits, wire

_CONSTANTS = {
    "AF_UNIX": addresses.AF_UNIX,
    "SO_REUSEADDR": 2,
    "SO_REUSEPORT": 15,
    "SOMAXCONN": 4096,
}
"""Linux's, where Emscripten has none or its own."""

_RESOLVING = (
    *(resolver.getaddrinfo, resolver.getnameinfo, services.getservbyname, services.getservbyport),
    services.getprotobyname,
    *(hosts.gethostname, hosts.gethostbyname, hosts.gethostbyname_ex, hosts.gethostbyaddr),
    *(hosts.inet_pton, hosts.inet_ntop, ipv4.inet_aton),
    *(hosts.if_nameindex, hosts.if_nametoindex, hosts.if_indextoname),
)


def begin_again():
    """What a run has set of the network, the next one in this interpreter does not find."""
    wire.default_latency_ns = 0
    outside.begin_again()
    for name in ("settings", "by_address"):
        module = own_builtins.module_named(f"{_WEB}.{name}")
        if module is not None:
            module.begin_again()


_WEB = f"{__package__.rpartition('.')[0]}.web"


def install():
    errors.install()
    _replace_c_modules()
    tls_on_demand.complete_c_module(_ssl)
    options.install()
    # What these modules define depends on what the two modules have.
    for module in (selectors, socket, ssl, asyncio.streams, asyncio.subprocess):
        importlib.reload(module)
    selectors.SelectSelector._select = staticmethod(polling.select)
    for module in (asyncio.streams, asyncio.subprocess):
        for name in module.__all__:
            setattr(asyncio, name, getattr(module, name))
            asyncio.__all__ += (name,) if name not in asyncio.__all__ else ()
    asyncio.selector_events._HAS_SENDMSG = True
    asyncio.selector_events.SC_IOV_MAX = 1024
    tls_on_demand.install()


def _replace_c_modules():
    for name, value in _CONSTANTS.items():
        setattr(_socket, name, value)
    for function in _RESOLVING:
        setattr(_socket, function.__name__, function)
    _socket.socket = _socket.SocketType = sockets.socket
    _socket.socketpair = sockets.socketpair
    _socket.getdefaulttimeout = sockets.getdefaulttimeout
    _socket.setdefaulttimeout = sockets.setdefaulttimeout
    _socket.dup = descriptors.duplicate
    _socket.close = descriptors.close
    _socket.has_ipv6 = True
    os.sendfile = sockets.sendfile
    select.poll, select.select = polling.poll, polling.select
    for name in vars(epoll):
        if name.lower().startswith("epoll"):
            setattr(select, name, getattr(epoll, name))
