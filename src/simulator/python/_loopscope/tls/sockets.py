"""``ssl.SSLSocket``: as in CPython's Lib/ssl.py, on a virtual socket."""

import errno
import ssl
from socket import SO_TYPE, SOCK_STREAM, SOL_SOCKET, socket

from .carriers import Connected
from .objects import SSLObject, check_arguments, connect


def _not_allowed(name, kind=ValueError):
    def call(self, *args, **named):
        raise kind(f"{name} not allowed on instances of {self.__class__}")

    call.__name__ = name
    return call


def _or_none(name):
    """A question that has no answer before there is a connection."""

    def ask(self, *args):
        return None if self._sslobj is None else getattr(self._sslobj, name)(*args)

    ask.__name__ = name
    return ask


def _check_flags(self, name, flags):
    if flags != 0:
        raise ValueError(f"non-zero flags not allowed in calls to {name}() on {self.__class__}")


class SSLSocket:
    """Its functions go into ``ssl.SSLSocket``; so it is by name that they call those of ``socket``."""

    @classmethod
    def _create(
        cls,
        sock,
        server_side=False,
        do_handshake_on_connect=True,
        suppress_ragged_eofs=True,
        server_hostname=None,
        context=None,
        session=None,
    ):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError("only stream sockets are supported")
        check_arguments(server_side, context, server_hostname, session)
        timeout = sock.gettimeout()
        options = {"family": sock.family, "type": sock.type, "proto": sock.proto, "fileno": sock.fileno()}
        self = cls.__new__(cls, **options)
        socket.__init__(self, **options)
        sock.detach()
        try:
            self._context = context
            self._session = session
            self._closed = False
            self._sslobj = None
            self.server_side = server_side
            self.server_hostname = context._encode_hostname(server_hostname)
            self.do_handshake_on_connect = do_handshake_on_connect
            self.suppress_ragged_eofs = suppress_ragged_eofs
            self.settimeout(timeout)
            self._connected = _is_connected(self)
            if self._connected:
                self._sslobj = connect(context, server_side, self.server_hostname, self, Connected(self))
                if do_handshake_on_connect:
                    if timeout == 0.0:
                        raise ValueError("do_handshake_on_connect should not be specified for non-blocking sockets")
                    self.do_handshake()
        except BaseException:
            try:
                self.close()
            except OSError:
                pass
            raise
        return self

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, context):
        self._context = context
        self._sslobj.context = context

    session = property(lambda self: self._sslobj and self._sslobj.session)
    session_reused = property(lambda self: self._sslobj and self._sslobj.session_reused)
    server_hostname = server_side = None

    def dup(self):
        raise NotImplementedError(f"Can't dup() {self.__class__.__name__} instances")

    def _check_connected(self):
        if not self._connected:
            self.getpeername()

    # Beginning and end

    def do_handshake(self, block=False):
        self._check_connected()
        timeout = self.gettimeout()
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            self._sslobj.do_handshake()
        finally:
            self.settimeout(timeout)

    def _real_connect(self, addr, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._sslobj is not None:
            raise ValueError("attempt to connect already-connected SSLSocket!")
        self._sslobj = connect(self._context, False, self.server_hostname, self, Connected(self))
        try:
            status = (socket.connect_ex if connect_ex else socket.connect)(self, addr)
            if not status:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()
            return status
        except (OSError, ValueError):
            self._sslobj = None
            raise

    def connect(self, addr):
        self._real_connect(addr, False)

    def connect_ex(self, addr):
        return self._real_connect(addr, True)

    def accept(self):
        connection, address = socket.accept(self)
        connection = self.context.wrap_socket(
            connection,
            do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs,
            server_side=True,
        )
        return connection, address

    def shutdown(self, how):
        self._sslobj = None
        socket.shutdown(self, how)

    def unwrap(self):
        if self._sslobj is None:
            raise ValueError(f"No SSL wrapper around {self}")
        plain = self._sslobj.shutdown()
        self._sslobj = None
        return plain

    def verify_client_post_handshake(self):
        if self._sslobj is None:
            raise ValueError(f"No SSL wrapper around {self}")
        return self._sslobj.verify_client_post_handshake()

    def _real_close(self):
        self._sslobj = None
        socket._real_close(self)

    # Between

    def read(self, len=1024, buffer=None):
        if self._sslobj is None:
            raise ValueError("Read on closed or unwrapped SSL socket.")
        try:
            return self._sslobj.read(len, buffer)
        except ssl.SSLError as error:
            if error.args[0] != ssl.SSL_ERROR_EOF or not self.suppress_ragged_eofs:
                raise
            return b"" if buffer is None else 0

    def write(self, data):
        if self._sslobj is None:
            raise ValueError("Write on closed or unwrapped SSL socket.")
        return self._sslobj.write(data)

    def send(self, data, flags=0):
        if self._sslobj is None:
            return socket.send(self, data, flags)
        _check_flags(self, "send", flags)
        return self._sslobj.write(data)

    def sendall(self, data, flags=0):
        if self._sslobj is None:
            return socket.sendall(self, data, flags)
        _check_flags(self, "sendall", flags)
        with memoryview(data) as view, view.cast("B") as rest:
            sent = 0
            while sent < len(rest):
                sent += self.send(rest[sent:])

    def sendfile(self, file, offset=0, count=None):
        if self._sslobj is None:
            return socket.sendfile(self, file, offset, count)
        return self._sendfile_use_send(file, offset, count)

    def sendto(self, data, *flags_and_address):
        if self._sslobj is None:
            return socket.sendto(self, data, *flags_and_address)
        raise ValueError(f"sendto not allowed on instances of {self.__class__}")

    def recv(self, buflen=1024, flags=0):
        if self._sslobj is None:
            return socket.recv(self, buflen, flags)
        _check_flags(self, "recv", flags)
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        if nbytes is None:
            nbytes = memoryview(buffer).nbytes or 1024
        if self._sslobj is None:
            return socket.recv_into(self, buffer, nbytes, flags)
        _check_flags(self, "recv_into", flags)
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        if self._sslobj is None:
            return socket.recvfrom(self, buflen, flags)
        raise ValueError(f"recvfrom not allowed on instances of {self.__class__}")

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        if self._sslobj is None:
            return socket.recvfrom_into(self, buffer, nbytes or 0, flags)
        raise ValueError(f"recvfrom_into not allowed on instances of {self.__class__}")

    sendmsg = _not_allowed("sendmsg", NotImplementedError)
    recvmsg = _not_allowed("recvmsg", NotImplementedError)
    recvmsg_into = _not_allowed("recvmsg_into", NotImplementedError)

    # Questions

    def pending(self):
        return 0 if self._sslobj is None else self._sslobj.pending()

    def getpeercert(self, binary_form=False):
        self._check_connected()
        return self._sslobj.getpeercert(binary_form)

    get_verified_chain = SSLObject.get_verified_chain
    get_unverified_chain = SSLObject.get_unverified_chain
    selected_npn_protocol = SSLObject.selected_npn_protocol
    selected_alpn_protocol = _or_none("selected_alpn_protocol")
    cipher = _or_none("cipher")
    shared_ciphers = _or_none("shared_ciphers")
    compression = _or_none("compression")
    version = _or_none("version")

    def get_channel_binding(self, cb_type="tls-unique"):
        if self._sslobj is not None:
            return self._sslobj.get_channel_binding(cb_type)
        if cb_type not in ssl.CHANNEL_BINDING_TYPES:
            raise ValueError(f"{cb_type} channel binding type not implemented")


def _is_connected(self) -> bool:
    try:
        self.getpeername()
    except OSError as error:
        if error.errno != errno.ENOTCONN:
            raise
        return False
    return True
