"""Errors with the numbers and the words of Linux.

Emscripten numbers errors in its own way: a missing file would be ``[Errno 44]`` here and ``[Errno 2]``
on the reader's machine. What Emscripten's file system answers is translated on its way into CPython
(``engine/linux-errors.ts``), and every error of the virtual network and of processes is raised by this
package. ``errno`` and ``OSError`` are taught the same numbers.
"""

import errno
import gc
import os

_LINUX = {
    "EPERM": (1, "Operation not permitted"),
    "ENOENT": (2, "No such file or directory"),
    "ESRCH": (3, "No such process"),
    "EINTR": (4, "Interrupted system call"),
    "EIO": (5, "Input/output error"),
    "ENXIO": (6, "No such device or address"),
    "EBADF": (9, "Bad file descriptor"),
    "ECHILD": (10, "No child processes"),
    "EAGAIN": (11, "Resource temporarily unavailable"),
    "EACCES": (13, "Permission denied"),
    "EFAULT": (14, "Bad address"),
    "EBUSY": (16, "Device or resource busy"),
    "EEXIST": (17, "File exists"),
    "EXDEV": (18, "Invalid cross-device link"),
    "ENODEV": (19, "No such device"),
    "ENOTDIR": (20, "Not a directory"),
    "EISDIR": (21, "Is a directory"),
    "EINVAL": (22, "Invalid argument"),
    "EMFILE": (24, "Too many open files"),
    "ENOTTY": (25, "Inappropriate ioctl for device"),
    "EFBIG": (27, "File too large"),
    "ESPIPE": (29, "Illegal seek"),
    "EROFS": (30, "Read-only file system"),
    "EPIPE": (32, "Broken pipe"),
    "ENAMETOOLONG": (36, "File name too long"),
    "ENOSYS": (38, "Function not implemented"),
    "ENOTEMPTY": (39, "Directory not empty"),
    "ELOOP": (40, "Too many levels of symbolic links"),
    "EOVERFLOW": (75, "Value too large for defined data type"),
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


def error(name: str, detail: str = "", path=None) -> OSError:
    """The exception for an error's name: ``error("EPIPE")`` is a ``BrokenPipeError``.

    ``path`` is the file that it is about, as the program called it.
    """
    number, text = _LINUX[name]
    text = f"{text}: {detail}" if detail else text
    return OSError(number, text) if path is None else OSError(number, text, path)


def install():
    _teach_os_error()
    for name, (number, _) in _LINUX.items():
        setattr(errno, name, number)
    errno.EWOULDBLOCK = errno.EAGAIN
    errno.ENOTSUP = errno.EOPNOTSUPP
    errno.errorcode.update({number: name for name, (number, _) in _LINUX.items()})
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
        number: classes.get(getattr(errno, name, None)) for name, (number, _) in _LINUX.items()
    }
    for number in {*classes, *of_linux} - {_SET_IN_C}:
        if of_linux.get(number):
            classes[number] = of_linux[number]
        else:
            classes.pop(number, None)


_SET_IN_C = errno.EISDIR
"""The one number of Emscripten's that CPython sets by itself: on opening a folder as a file."""

_texts = {number: text for number, text in _LINUX.values()}
_strerror_of_c = os.strerror


def _strerror(code, /):
    return _texts.get(code) or _strerror_of_c(code)
