"""Whom the program runs as: an ordinary user, as on the reader's machine.

Emscripten knows no users. ``pwd`` and ``grp`` beside this package list those that there are here, and
``engine/file-owner.ts`` has all files belong to this one.
"""

import operator
import os
import posix

from .errors import error

UID = GID = 1000

_KEEP = -1
"""What leaves an identity as it is."""


def _is_mine():
    return UID


def _are_mine():
    return UID, UID, UID


def _become_user(*ids):
    _become("uid", ids)


def _become_group(*ids):
    _become("gid", ids)


def _become(kind, ids):
    for number in ids:
        if not hasattr(number, "__index__"):
            raise TypeError(f"{kind} should be integer, not {type(number).__name__}")
        if operator.index(number) < _KEEP:
            raise OverflowError(f"{kind} is less than minimum")
        if operator.index(number) >= 2**32:
            raise OverflowError(f"{kind} is greater than maximum")
    if any(number not in (UID, _KEEP) for number in ids):
        raise error("EPERM")


def _groups():
    return [GID]


def _groups_of(user, group, /):
    return [group]


def _refuse(*args):
    raise error("EPERM")


def _lchown(path, uid, gid):
    os.chown(path, uid, gid, follow_symlinks=False)


_CALLS = {
    _is_mine: ("getuid", "geteuid", "getgid", "getegid"),
    _are_mine: ("getresuid", "getresgid"),
    _become_user: ("setuid", "seteuid", "setreuid", "setresuid"),
    _become_group: ("setgid", "setegid", "setregid", "setresgid"),
    _groups: ("getgroups",),
    _groups_of: ("getgrouplist",),
    _refuse: ("setgroups", "initgroups"),
    _lchown: ("lchown",),
}


def install() -> None:
    for function, names in _CALLS.items():
        for name in names:
            call = type(function)(function.__code__, globals(), name)
            call.__module__, call.__qualname__ = "posix", name
            setattr(os, name, call)
            setattr(posix, name, call)
