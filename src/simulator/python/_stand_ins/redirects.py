"""Where an answer sends its client on to, and with what."""

from urllib.parse import urljoin, urlsplit

_STATUSES = (301, 302, 303, 307, 308)


def is_redirect(status, headers) -> bool:
    return status in _STATUSES and "location" in headers


def next_url(url, headers) -> str:
    return urljoin(url, headers["location"])


def next_method(status, method) -> str:
    is_changed = method != "HEAD" if status in (302, 303) else status == 301 and method == "POST"
    return "GET" if is_changed else method


def keeps_secrets(url, other) -> bool:
    """Whether what one host was told may be told at the other address as well."""
    return urlsplit(url)[:2] == urlsplit(other)[:2]
