"""A stand-in for ``httpx``: the commonest calls of its clients, for threads and for event loops."""

from http import HTTPStatus as _HTTPStatus
from types import SimpleNamespace as _SimpleNamespace

from _stand_ins import VERSION as __version__
from _stand_ins import introduce as _introduce
from _stand_ins import refusing as _refusing

from ._api import delete, get, head, options, patch, post, put, request, stream
from ._async_client import AsyncClient
from ._base import BasicAuth
from ._client import Client
from ._config import Limits, Timeout
from ._exceptions import CloseError, ConnectError, ConnectTimeout, DecodingError, HTTPError, HTTPStatusError, InvalidURL
from ._exceptions import LocalProtocolError, NetworkError, PoolTimeout, ProtocolError, ReadError, ReadTimeout
from ._exceptions import RemoteProtocolError, RequestError, ResponseNotRead, StreamClosed, StreamConsumed, StreamError
from ._exceptions import TimeoutException, TooManyRedirects, TransportError, UnsupportedProtocol
from ._exceptions import WriteError, WriteTimeout
from ._models import URL, Cookies, Headers, Request, Response

codes = _SimpleNamespace(**{status.name: status.value for status in _HTTPStatus})

__getattr__ = _refusing("httpx")

# What tracebacks call them.
for _public in list(globals().values()):
    if isinstance(_public, type) and _public.__module__.startswith("httpx."):
        _public.__module__ = "httpx"

_introduce("httpx")
