"""What a wait in asyncio's streams, sockets and servers, or in a blocking call on a socket, is for."""

import asyncio

from .. import agents, channels, kernel, monitoring, servers, tags, transports, wait_reasons
from . import polling, sockets
from .readiness import IN, OUT, Pollable


def at(end, event, agent) -> dict:
    """The reason to wait for ``event`` at the end of a pipe or connection, or at a server's socket."""
    if end is None:
        return {}
    if end in servers.listening and end.server is not None:
        return {"server": end.server}
    pipe = end.pipe_for(event)
    if pipe is None:
        return {}
    if event == IN:
        pipe.last_reader = agent
    else:
        pipe.last_writer = agent
    return {"channel": channels.number_of(pipe)}


def _reading(frame, agent):
    """``StreamReader``: waits for more to arrive."""
    return at(transports.end_of(tags.get(frame.f_locals["self"], "_transport")), IN, agent)


def _writing(frame, agent):
    """``StreamWriter``: waits until what it wrote has gone."""
    return at(transports.end_of(tags.get(frame.f_locals["self"], "_transport")), OUT, agent)


def _connecting(frame, agent):
    """``loop.create_connection``, once it is connected: a handshake waits for what the other side says."""
    return at(_end_of_socket(frame.f_locals["sock"]), IN, agent) if frame.f_locals["ssl"] else {}


def _accepting(frame, agent):
    """The same in a server."""
    return at(_end_of_socket(frame.f_locals["conn"]), IN, agent) if frame.f_locals["sslcontext"] else {}


def _starting_tls(frame, agent):
    """``loop.start_tls``: the same, on a transport that is there."""
    return at(transports.end_of(frame.f_locals["transport"]), IN, agent)


def _on_socket(event):
    def explain(frame, agent):
        return at(_end_of_socket(frame.f_locals["sock"]), event, agent)

    return explain


def _end_of_socket(sock):
    return _endpoint_of(sock) if issubclass(type(sock), sockets.socket) else None


_endpoint_of = sockets.socket._endpoint_or_none.__get__


def _serving(frame, agent):
    """``asyncio.Server``: the first of its sockets stands for all."""
    number = tags.get(frame.f_locals["self"], "_loopscope_server")
    return {} if number is None else {"server": number}


def _closing(frame, agent):
    """``Server.wait_closed``: waits until every connection is closed, as their handlers have to see to."""
    handlers = (transports.handler_of(each) for each in frame.f_locals["self"]._clients)
    open_ones = sorted({each for each in handlers if each is not None and not agents.is_over(each)})
    return {"tasks": open_ones} if open_ones else _serving(frame, agent)


def _server_started(frame, result):
    server = frame.f_locals["self"]
    if server._sockets:
        server._loopscope_server = _endpoint_of(server._sockets[0]).server


def _blocked(frame, agent):
    """``Pollable.wait``: a thread stands still for one event."""
    return at(frame.f_locals["self"], frame.f_locals["event"], agent)


def _polling(frame, agent):
    """``select`` and ``poll``: the first that is known of stands for all."""
    for fd, events in frame.f_locals["asked"]:
        reason = at(kernel.process.descriptors.get(fd), IN if events & IN else OUT, agent)
        if reason:
            return reason
    return {}


def install() -> None:
    loop = asyncio.selector_events.BaseSelectorEventLoop
    reads = (loop.sock_recv, loop.sock_recv_into, loop.sock_recvfrom, loop.sock_recvfrom_into)
    for function in (*reads, loop.sock_accept):
        wait_reasons.on(function, _on_socket(IN))
    for function in (loop.sock_sendall, loop.sock_sendto, loop.sock_sendfile):
        wait_reasons.on(function, _on_socket(OUT))
    wait_reasons.on(asyncio.StreamReader._wait_for_data, _reading)
    for function in (asyncio.StreamWriter.drain, asyncio.StreamWriter.wait_closed):
        wait_reasons.on(function, _writing)
    wait_reasons.on(asyncio.base_events.BaseEventLoop._create_connection_transport, _connecting)
    wait_reasons.on(loop._accept_connection2, _accepting)
    wait_reasons.on(asyncio.base_events.BaseEventLoop.start_tls, _starting_tls)
    wait_reasons.on(asyncio.Server.serve_forever, _serving)
    wait_reasons.on(asyncio.Server.wait_closed, _closing)
    wait_reasons.on(Pollable.wait, _blocked)
    wait_reasons.on(polling._wait_for_any, _polling)
    monitoring.on_return(asyncio.Server._start_serving.__code__, _server_started)
