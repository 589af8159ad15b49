"""The groups of a machine with two users; see ``pwd``."""

from collections import namedtuple

from _loopscope.users import GID

struct_group = namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem")

_GROUPS = (struct_group("root", "x", 0, []), struct_group("learner", "x", GID, []))


def getgrall():
    return list(_GROUPS)


def getgrnam(name):
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    for group in _GROUPS:
        if group.gr_name == name:
            return group
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    if not isinstance(id, int):
        raise TypeError(f"gid should be integer, not {type(id).__name__}")
    for group in _GROUPS:
        if group.gr_gid == id:
            return group
    raise KeyError(f"getgrgid(): gid not found: {id}")
