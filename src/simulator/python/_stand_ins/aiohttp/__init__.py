"""A stand-in for ``aiohttp``: the commonest calls of its client."""

from _stand_ins import VERSION as __version__
from _stand_ins import introduce as _introduce
from _stand_ins import refusing as _refusing

from . import client_exceptions
from .client import BasicAuth, ClientSession, ClientTimeout
from .client_exceptions import ClientConnectionError, ClientConnectionResetError, ClientConnectorDNSError
from .client_exceptions import ClientConnectorError, ClientConnectorSSLError, ClientError, ClientOSError
from .client_exceptions import ClientPayloadError, ClientResponseError, ClientSSLError, ConnectionTimeoutError
from .client_exceptions import ContentTypeError, InvalidURL, InvalidUrlClientError, NonHttpUrlClientError
from .client_exceptions import ServerConnectionError, ServerDisconnectedError, ServerTimeoutError, SocketTimeoutError
from .client_exceptions import TooManyRedirects
from .client_reqrep import ClientResponse, RequestInfo
from .connector import TCPConnector

__getattr__ = _refusing("aiohttp")

_introduce("aiohttp")
