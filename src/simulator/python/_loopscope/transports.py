"""asyncio's transports, found from below: which one uses an end of a pipe or a connection, and what
lies in its buffers.
"""

import asyncio
import weakref

from . import agents, kernel, monitoring, tags


def of(end):
    """The transport that uses an end; None if none does."""
    return None if end.transport is None else end.transport()


def end_of(transport):
    """The end that a transport uses; None for one of another kind."""
    if type(transport) is asyncio.sslproto._SSLProtocolTransport:
        transport = tags.get(transport._ssl_protocol, "_transport")
    end = tags.get(transport, "_loopscope_end")
    return None if end is None or end.transport is None else end


def unsent(transport) -> int:
    """Bytes that the program has written and the transport still keeps."""
    kind = type(transport)
    if kind not in _writing_kinds or not transport._buffer:
        return 0
    return kind.get_write_buffer_size(transport)


def unread(transport) -> int:
    """Bytes that lie in the ``StreamReader`` which a transport feeds."""
    reader = _reader_of(transport)
    return 0 if reader is None else len(reader._buffer)


def _reader_of(transport):
    protocol = _protocol_of(transport)
    if _is_of_stream(protocol):
        reference = tags.get(protocol, "_stream_reader_wr")
        return reference and reference()
    if type(protocol) is asyncio.base_subprocess.ReadSubprocessPipeProto and protocol.proc:
        streams = protocol.proc._protocol
        if type(streams) is asyncio.subprocess.SubprocessStreamProtocol:
            return streams.stderr if protocol.fd == 2 else streams.stdout
    return None


def handler_of(transport):
    """The task that ``start_server`` has made for a connection; None if there is none."""
    protocol = _protocol_of(transport)
    task = tags.get(protocol, "_task") if _is_of_stream(protocol) else None
    return None if task is None else agents.number_of(task)


def _protocol_of(transport):
    """The program's own or that of its streams, above TLS where there is any."""
    protocol = tags.get(transport, "_protocol")
    if type(protocol) is asyncio.sslproto.SSLProtocol:
        return tags.get(protocol, "_app_protocol")
    return protocol


def _is_of_stream(protocol) -> bool:
    return issubclass(type(protocol), asyncio.StreamReaderProtocol)


def _socket_transport_made(frame, result):
    transport = frame.f_locals["self"]
    _uses(transport, transport._sock._endpoint_or_none)


def _pipe_transport_made(frame, result):
    transport = frame.f_locals["self"]
    _uses(transport, kernel.process.descriptors.get(transport._fileno))


def _uses(transport, end):
    if end is not None:
        transport._loopscope_end = end
        end.transport = weakref.ref(transport)
        if not end.openers and not _is_of_stream(_protocol_of(transport)):
            # Nobody asked for it: a client came, and callbacks on this thread will use it.
            end.openers = (agents.current_thread(),)


def install() -> None:
    """Once the event loops can be imported."""
    global _writing_kinds
    socket = asyncio.selector_events._SelectorSocketTransport
    read = asyncio.unix_events._UnixReadPipeTransport
    write = asyncio.unix_events._UnixWritePipeTransport
    _writing_kinds = (socket, write)
    monitoring.on_return(socket.__init__.__code__, _socket_transport_made)
    for kind in (read, write):
        monitoring.on_return(kind.__init__.__code__, _pipe_transport_made)
