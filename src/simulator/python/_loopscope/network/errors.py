"""The errors of the network, with the numbers and the words of Linux.

Emscripten numbers errors in its own way: refused connections would be ``[Errno 14]`` here and
``[Errno 111]`` on the reader's machine. Every error of the virtual network is raised by this
package, so it can have Linux's number; ``errno`` and ``OSError`` are taught the same.
"""

import errno
import gc
import os

_LINUX = {
    "EPERM": (1, "Operation not permitted"),
    "ENOENT": (2, "No such file or directory"),
    "ESRCH": (3, "No such process"),
    "EBADF": (9, "Bad file descriptor"),
    "ECHILD": (10, "No child processes"),
    "EAGAIN": (11, "Resource temporarily unavailable"),
    "EACCES": (13, "Permission denied"),
    "ENODEV": (19, "No such device"),
    "EINVAL": (22, "Invalid argument"),
    "ESPIPE": (29, "Illegal seek"),
    "EPIPE": (32, "Broken pipe"),
    "ENOSYS": (38, "Function not implemented"),
    "ENOTSOCK": (88, "Socket operation on non-socket"),
    "EDESTADDRREQ": (89, "Destination address required"),
    "EMSGSIZE": (90, "Message too long"),
    "EPROTOTYPE": (91, "Protocol wrong type for socket"),
    "ENOPROTOOPT": (92, "Protocol not available"),
    "EPROTONOSUPPORT": (93, "Protocol not supported"),
    "ESOCKTNOSUPPORT": (94, "Socket type not supported"),
    "EOPNOTSUPP": (95, "Operation not supported"),
    "EAFNOSUPPORT": (97, "Address family not supported by protocol"),
    "EADDRINUSE": (98, "Address already in use"),
    "EADDRNOTAVAIL": (99, "Cannot assign requested address"),
    "ENETDOWN": (100, "Network is down"),
    "ENETUNREACH": (101, "Network is unreachable"),
    "ENETRESET": (102, "Network dropped connection on reset"),
    "ECONNABORTED": (103, "Software caused connection abort"),
    "ECONNRESET": (104, "Connection reset by peer"),
    "ENOBUFS": (105, "No buffer space available"),
    "EISCONN": (106, "Transport endpoint is already connected"),
    "ENOTCONN": (107, "Transport endpoint is not connected"),
    "ESHUTDOWN": (108, "Cannot send after transport endpoint shutdown"),
    "ETIMEDOUT": (110, "Connection timed out"),
    "ECONNREFUSED": (111, "Connection refused"),
    "EHOSTDOWN": (112, "Host is down"),
    "EHOSTUNREACH": (113, "No route to host"),
    "EALREADY": (114, "Operation already in progress"),
    "EINPROGRESS": (115, "Operation now in progress"),
}

_OF_FILES_TOO = ("EPERM", "ENOENT", "EACCES", "ENODEV")
"""In ``errno`` these keep Emscripten's numbers, which its file system raises."""

_TAKEN = {"ENOENT": FileNotFoundError, "EPIPE": BrokenPipeError}
"""Their numbers mean other errors of files to Emscripten, so ``OSError`` can't learn their class."""


def error(name: str, detail: str = "") -> OSError:
    """The exception for an error's name: ``error("EPIPE")`` is a ``BrokenPipeError``."""
    number, text = _LINUX[name]
    return _TAKEN.get(name, OSError)(number, f"{text}: {detail}" if detail else text)


def install():
    _teach_os_error()
    for name, (number, _) in _LINUX.items():
        if name not in _OF_FILES_TOO:
            setattr(errno, name, number)
            errno.errorcode[number] = name
    errno.EWOULDBLOCK = errno.EAGAIN
    errno.ENOTSUP = errno.EOPNOTSUPP
    os.strerror = _strerror


def _teach_os_error():
    """``OSError(111, …)`` becomes a ``ConnectionRefusedError``, as where asyncio raises it.

    CPython keeps numbers and classes in one dict (``errnomap`` in Objects/exceptions.c), which has
    no public name.
    """
    classes = next(
        referrer
        for referrer in gc.get_referrers(ConnectionRefusedError)
        if type(referrer) is dict and referrer.get(errno.ECONNREFUSED) is ConnectionRefusedError
    )
    of_linux = {
        number: classes[getattr(errno, name)]
        for name, (number, _) in _LINUX.items()
        if name not in _TAKEN and getattr(errno, name) in classes
    }
    classes.update(of_linux)


_texts = {number: text for number, text in _LINUX.values()}
_emscripten_strerror = os.strerror


def _strerror(code, /):
    name = errno.errorcode.get(code)
    is_ours = name in _LINUX and name not in _OF_FILES_TOO
    return _texts[code] if is_ours else _emscripten_strerror(code)
