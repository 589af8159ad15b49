"""Requests without a client: each has a connection of its own."""

import contextlib

from ._client import Client

_OF_CLIENT = ("cookies", "verify", "timeout")


def request(method, url, **options):
    own = {name: options.pop(name) for name in _OF_CLIENT if name in options}
    with Client(**own) as client:
        return client.request(method, url, **options)


@contextlib.contextmanager
def stream(method, url, **options):
    own = {name: options.pop(name) for name in _OF_CLIENT if name in options}
    with Client(**own) as client, client.stream(method, url, **options) as response:
        yield response


def get(url, **options):
    return request("GET", url, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


def head(url, **options):
    return request("HEAD", url, **options)


def post(url, **options):
    return request("POST", url, **options)


def put(url, **options):
    return request("PUT", url, **options)


def patch(url, **options):
    return request("PATCH", url, **options)


def delete(url, **options):
    return request("DELETE", url, **options)
