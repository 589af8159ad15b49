"""What is done here in Python takes OpenSSL no time worth telling."""

import functools

from .. import kernel


def uncharged(function):
    """The function, at no cost in time of the program's clock."""

    @functools.wraps(function)
    def call(*args, **named):
        was_exempt = kernel.exempt(True)
        try:
            return function(*args, **named)
        finally:
            kernel.exempt(was_exempt)

    return call
