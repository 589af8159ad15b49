"""The errors of ``httpx``, in the library's order, and which of them a fault on the way is."""

import contextlib

from _stand_ins import faults, responses


class HTTPError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self._request = None

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The .request property has not been set.")
        return self._request


class RequestError(HTTPError):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class WriteTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ReadError(NetworkError):
    pass


class WriteError(NetworkError):
    pass


class ConnectError(NetworkError):
    pass


class CloseError(NetworkError):
    pass


class ProtocolError(TransportError):
    pass


class LocalProtocolError(ProtocolError):
    pass


class RemoteProtocolError(ProtocolError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class DecodingError(RequestError):
    pass


class TooManyRedirects(RequestError):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self._request = request
        self.response = response


class InvalidURL(Exception):
    pass


class StreamError(RuntimeError):
    pass


class StreamConsumed(StreamError):
    def __init__(self):
        super().__init__("Attempted to read or stream some content, but the content has already been streamed.")


class StreamClosed(StreamError):
    def __init__(self):
        super().__init__("Attempted to read or stream content, but the stream has been closed.")


class ResponseNotRead(StreamError):
    def __init__(self):
        super().__init__("Attempted to access streaming response content, without having called `read()`.")


@contextlib.contextmanager
def faults_of(request):
    """What goes wrong in the block is an error of this request."""
    try:
        yield
    except Exception as fault:
        found = _error_for(fault)
        if found is None:
            raise
        kind, words = found
        raise kind(words, request=request) from fault


def _error_for(fault):
    match fault:
        case faults.PoolTimeout():
            return PoolTimeout, ""
        case faults.ConnectTimeout():
            return ConnectTimeout, str(fault)
        case faults.ReadTimeout():
            return ReadTimeout, str(fault)
        case faults.CannotConnect():
            return ConnectError, str(fault)
        case faults.Broken():
            return ReadError, str(fault)
        case responses.Disconnected():
            return RemoteProtocolError, "Server disconnected without sending a response."
        case responses.BadResponse():
            return RemoteProtocolError, f"illegal status line: {bytearray(fault.args[0])!r}"
        case responses.Incomplete():
            told = f"received {fault.received} bytes, expected {fault.expected}"
            told = "incomplete chunked read" if fault.expected is None else told
            return RemoteProtocolError, f"peer closed connection without sending complete message body ({told})"
    return None
