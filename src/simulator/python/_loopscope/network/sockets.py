"""``_socket.socket`` and what goes with it, for CPython's own ``socket`` module to build upon.

Here, and only here, sockets block: an operation that would have to wait is tried again when its
endpoint says so, for as long as the socket's timeout allows.
"""

import _socket
import errno
import operator
import os
import warnings

from .. import channels, kernel, moments
from ..c_int import parsed_c_int
from ..errors import error
from . import addresses, arguments, descriptors
from .creation import create_endpoint, create_pair
from .endpoint import Endpoint
from .readiness import IN, OUT

_FLAGS_IN_TYPE = _socket.SOCK_NONBLOCK | _socket.SOCK_CLOEXEC

_INT_BYTES = 4
_MOST_OPTION_BYTES = 1024

_default_timeout = None


class socket:
    """A socket object: a descriptor, and how long its operations may block.

    Signatures, checks and results are those of Modules/socketmodule.c.
    """

    __slots__ = ("_fd", "_endpoint_or_none", "_family", "_kind", "_proto", "_timeout")

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._fd = -1
        self._endpoint_or_none = None
        self._family = self._kind = self._proto = 0
        self._timeout = _default_timeout
        return self

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            family = _socket.AF_INET if family == -1 else int(family)
            kind = _socket.SOCK_STREAM if type == -1 else int(type)
            endpoint = create_endpoint(family, kind & ~_FLAGS_IN_TYPE, max(proto, 0))
            if kind & _socket.SOCK_NONBLOCK:
                self._timeout = 0.0
            endpoint.blocking = self._timeout is None
            fileno = descriptors.allocate(endpoint)
        else:
            fileno = operator.index(fileno)
            if fileno < 0:
                raise ValueError("negative file descriptor")
            endpoint = descriptors.lookup(fileno)
            if not isinstance(endpoint, Endpoint):
                raise error("ENOTSOCK")
        self._fd = fileno
        self._endpoint_or_none = endpoint
        self._family, self._kind, self._proto = endpoint.family, endpoint.kind, endpoint.proto

    def __del__(self):
        if self._fd != -1:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            descriptors.close(socket.detach(self))

    family = property(lambda self: self._family)
    type = property(lambda self: self._kind)
    proto = property(lambda self: self._proto)
    timeout = property(lambda self: self._timeout)

    def fileno(self):
        return self._fd

    def close(self):
        if self._fd != -1:
            descriptors.close(socket.detach(self))

    def detach(self):
        fd, self._fd = self._fd, -1
        self._endpoint_or_none = None
        return fd

    def gettimeout(self):
        return self._timeout

    def settimeout(self, timeout, /):
        self._set_timeout(arguments.checked_timeout(timeout))

    def getblocking(self):
        return self._timeout != 0

    def setblocking(self, flag, /):
        self._set_timeout(None if flag else 0.0)

    def _set_timeout(self, timeout):
        self._timeout = timeout
        if self._fd == -1:
            raise error("EBADF")
        self._endpoint.blocking = timeout is None

    # Addresses and connections

    def bind(self, address, /):
        self._endpoint.bind(addresses.parse(self._family, address, "bind"))

    def listen(self, backlog=128, /):
        self._endpoint.listen(parsed_c_int(backlog))

    def getsockname(self):
        return self._endpoint.local

    def getpeername(self):
        if not self._endpoint.is_connected:
            raise error("ENOTCONN")
        return self._endpoint.peer

    def _accept(self):
        child = self._retry(IN, self._due_ns(), self._endpoint.accept)
        channels.opened(child)
        return descriptors.allocate(child), child.peer

    def connect(self, address, /):
        endpoint = self._endpoint
        destination = addresses.parse(self._family, address, "connect")
        channels.opened(endpoint)
        due_ns = self._due_ns()
        if not self._retry(OUT, due_ns, endpoint.connect, destination):
            return
        if self._timeout == 0:
            raise error("EINPROGRESS")
        while endpoint.is_connecting:
            self._wait(OUT, due_ns)
        endpoint.finish_connecting()

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except _socket.gaierror:
            raise
        except OSError as failure:
            return failure.errno or errno.EAGAIN
        return 0

    def shutdown(self, how, /):
        if how not in (_socket.SHUT_RD, _socket.SHUT_WR, _socket.SHUT_RDWR):
            raise error("EINVAL")
        self._endpoint.shutdown(how)

    # Sending

    def send(self, data, flags=0, /):
        view = arguments.bytes_view(data)
        if self._timeout is None:
            self._send_whole(view, flags)
            return len(view)
        return self._send(view, self._due_ns(), flags)

    def sendall(self, data, flags=0, /):
        self._send_whole(arguments.bytes_view(data), flags)

    def sendto(self, data, /, *flags_and_address):
        if not 1 <= len(flags_and_address) <= 2:
            given = 1 + len(flags_and_address)
            raise TypeError(f"sendto() takes 2 or 3 arguments ({given} given)")
        *flags, address = flags_and_address
        address = addresses.parse(self._family, address, "sendto")
        return self._send(arguments.bytes_view(data), self._due_ns(), *flags, address=address)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        if tuple(ancdata):
            raise error("EOPNOTSUPP", "ancillary data is not carried here")
        data = b"".join(buffers)
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    def _send_whole(self, view, flags):
        due_ns = self._due_ns()
        sent = self._send(view, due_ns, flags)
        while sent < len(view):
            sent += self._send(view[sent:], due_ns, flags)

    def _send(self, view, due_ns, flags=0, address=None):
        self._refuse_urgent(flags)
        if flags & _socket.MSG_DONTWAIT:
            return self._endpoint.send_to(view, address)
        return self._retry(OUT, due_ns, self._endpoint.send_to, view, address)

    # Receiving

    def recv(self, bufsize, flags=0, /):
        # CPython asks for nothing where nothing is wanted (``sock_recv_guts``).
        return self._receive(bufsize, flags, "recv")[0] if bufsize != 0 else b""

    def recvfrom(self, bufsize, flags=0, /):
        return self._receive(bufsize, flags, "recvfrom")

    def recv_into(self, buffer, nbytes=0, flags=0):
        if nbytes == 0 and len(arguments.writable_view(buffer)) == 0:
            return 0
        return self.recvfrom_into(buffer, nbytes, flags)[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = arguments.writable_view(buffer)
        if nbytes > len(view):
            raise ValueError("nbytes is greater than the length of the buffer")
        data, sender = self._receive(nbytes or len(view), flags, "recvfrom_into")
        view[: len(data)] = data
        return len(data), sender

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        arguments.check_ancillary(ancbufsize, "recvmsg")
        data, sender = self._receive(bufsize, flags, "recvmsg")
        return data, [], 0, sender

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        arguments.check_ancillary(ancbufsize, "recvmsg_into")
        views = [arguments.writable_view(buffer) for buffer in buffers]
        data, sender = self._receive(sum(map(len, views)), flags, "recvmsg_into")
        rest = data
        for view in views:
            part, rest = rest[: len(view)], rest[len(view) :]
            view[: len(part)] = part
        return len(data), [], 0, sender

    def _receive(self, limit, flags, caller):
        if limit < 0:
            raise ValueError(f"negative buffersize in {caller}")
        self._refuse_urgent(flags)
        peek = bool(flags & _socket.MSG_PEEK)
        receive = self._endpoint.receive_from
        if flags & _socket.MSG_DONTWAIT:
            return receive(limit, peek)
        due_ns = self._due_ns()
        data, sender = self._retry(IN, due_ns, receive, limit, peek)
        if flags & _socket.MSG_WAITALL and self._kind == _socket.SOCK_STREAM:
            while data and len(data) < limit:
                more, _ = self._retry(IN, due_ns, receive, limit - len(data), peek)
                if not more:
                    break
                data += more
        return data, sender

    # Options

    def getsockopt(self, level, option, buflen=0, /):
        level, option, buflen = map(parsed_c_int, (level, option, buflen))
        value = self._endpoint.get_option(level, option)
        if not 0 <= buflen <= _MOST_OPTION_BYTES:
            raise OSError("getsockopt buflen out of range")
        if buflen:
            packed = value if isinstance(value, bytes) else value.to_bytes(4, "little", signed=True)
            return packed[:buflen]
        return int.from_bytes(value[:4], "little") if isinstance(value, bytes) else value

    def setsockopt(self, level, option, /, *value):
        given, value = value, arguments.option_value(*value)
        if value is None:
            # No address of a value, but its length: no option known here takes that.
            raise error("EFAULT" if given[1] >= _INT_BYTES else "EINVAL")
        self._endpoint.set_option(parsed_c_int(level), parsed_c_int(option), value)

    # Blocking

    @property
    def _endpoint(self) -> Endpoint:
        """Asked for at the beginning of every operation, for each is one that others can see."""
        if self._endpoint_or_none is None:
            raise error("EBADF")
        kernel.settle()
        return self._endpoint_or_none

    def _due_ns(self):
        return moments.after(self._timeout) if self._timeout else None

    def _retry(self, event, due_ns, attempt, *args):
        """Call ``attempt`` until it need not wait for ``event``; TimeoutError at ``due_ns``."""
        while True:
            try:
                return attempt(*args)
            except BlockingIOError as blocked:
                if blocked.errno != errno.EAGAIN or self._timeout == 0:
                    kernel.not_yet()
                    raise
            self._wait(event, due_ns)

    def _wait(self, event, due_ns):
        endpoint = self._endpoint
        endpoint.retain()
        try:
            if not endpoint.wait(event, due_ns):
                raise TimeoutError("timed out")
        finally:
            endpoint.release()

    @staticmethod
    def _refuse_urgent(flags):
        if flags & _socket.MSG_OOB:
            raise error("EOPNOTSUPP", "urgent data is not carried here")


def socketpair(family=-1, type=_socket.SOCK_STREAM, proto=0, /):
    ends = create_pair(family, int(type) & ~_FLAGS_IN_TYPE, proto)
    channels.opened(*ends)
    return tuple(socket(fileno=descriptors.allocate(end)) for end in ends)


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout, /):
    global _default_timeout
    _default_timeout = arguments.checked_timeout(timeout)


_MOST_SENT_AT_ONCE = 1 << 20


def sendfile(out_fd, in_fd, offset, count):
    """``os.sendfile``. Into a socket it does not block, whatever the socket's timeout."""
    most = min(count, _MOST_SENT_AT_ONCE)
    data = os.read(in_fd, most) if offset is None else os.pread(in_fd, most, offset)
    target = descriptors.lookup(out_fd) if descriptors.is_virtual(out_fd) else None
    if isinstance(target, Endpoint):
        return target.send_to(data, None) if data else 0
    return os.write(out_fd, data)
