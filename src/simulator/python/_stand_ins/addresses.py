"""Addresses as objects: text that can be asked for its parts."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from . import Partial
from .bodies import query_of, tidy, with_query

_USUAL = {"http": 80, "https": 443}


class URL(Partial):
    def __init__(self, url):
        text = str(url)
        self._text = tidy(text) if urlsplit(text).netloc else text
        self._parts = urlsplit(self._text)

    @property
    def scheme(self) -> str:
        return self._parts.scheme

    @property
    def host(self) -> str:
        return self._parts.hostname or ""

    @property
    def port(self):
        return self._parts.port

    @property
    def path(self) -> str:
        return self._parts.path or "/"

    @property
    def fragment(self) -> str:
        return self._parts.fragment

    def join(self, other):
        return type(self)(urljoin(self._text, str(other)))

    def __str__(self):
        return self._text

    def __eq__(self, other):
        return isinstance(other, (str, URL)) and self._text == str(other)

    def __hash__(self):
        return hash(self._text)

    def __repr__(self):
        return f"URL({self._text!r})"

    def _with_query(self, params):
        return type(self)(with_query(self._text, params))

    def _without_fragment(self):
        return urlunsplit(self._parts._replace(fragment=""))

    def _origin(self):
        """Where it leads to: scheme, host and port."""
        return self.scheme, self.host, self._parts.port or _USUAL.get(self.scheme)

    def _query_pairs(self):
        return query_of(self._text)
