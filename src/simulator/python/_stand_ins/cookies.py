"""Cookies: kept by host and path, and sent back where they belong. They last as long as the client."""

from collections.abc import MutableMapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit


class Cookies(MutableMapping):
    """By name their values; those that the program sets itself go to every host."""

    def __init__(self, given=None):
        self._kept = {}
        """By name, host and path; the host is empty where it is any."""
        self.update(given or {})

    def set(self, name, value, domain="", path="/"):
        self._kept[name, domain, path] = str(value)

    def take(self, url, header_values):
        """Keep what an answer from this address sets."""
        host = urlsplit(url).hostname or ""
        for header in header_values:
            try:
                found = SimpleCookie(header)
            except CookieError:
                continue
            for name, morsel in found.items():
                key = name, morsel["domain"].lstrip(".") or host, morsel["path"] or "/"
                if str(morsel["max-age"]) == "0":
                    self._kept.pop(key, None)
                else:
                    self._kept[key] = morsel.value

    def header_for(self, url):
        """What goes into a request there; None for nothing."""
        parts = urlsplit(url)
        host, path = parts.hostname or "", parts.path or "/"
        fitting = {
            name: value
            for (name, domain, below), value in self._kept.items()
            if (not domain or host == domain or host.endswith(f".{domain}")) and path.startswith(below)
        }
        return "; ".join(f"{name}={value}" for name, value in fitting.items()) or None

    def get_dict(self) -> dict:
        return {name: value for (name, _, _), value in self._kept.items()}

    def __getitem__(self, name):
        return self.get_dict()[name]

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        self._kept = {key: value for key, value in self._kept.items() if key[0] != name}

    def __iter__(self):
        return iter(self.get_dict())

    def __len__(self):
        return len(self.get_dict())

    def __repr__(self):
        return f"{type(self).__name__}({self.get_dict()!r})"


def cookie_header(jar, own, url):
    """The header for a request with cookies of its own; None for nothing."""
    both = filter(None, (jar.header_for(url), Cookies(own).header_for(url) if own else None))
    return "; ".join(both) or None
