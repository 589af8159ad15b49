"""A stand-in for ``requests``: its commonest calls, each of which holds its thread until it is answered."""

from http import HTTPStatus as _HTTPStatus
from types import SimpleNamespace as _SimpleNamespace

from _stand_ins import VERSION as __version__
from _stand_ins import introduce as _introduce
from _stand_ins import refusing as _refusing

from . import exceptions
from .api import delete, get, head, options, patch, post, put, request
from .exceptions import ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout, RequestException
from .exceptions import Timeout, TooManyRedirects, URLRequired
from .models import PreparedRequest, Response
from .sessions import Session

session = Session
codes = _SimpleNamespace(**{status.name.lower(): status.value for status in _HTTPStatus})

__getattr__ = _refusing("requests")

_introduce("requests")
