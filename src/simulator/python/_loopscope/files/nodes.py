"""Sockets and named pipes in the file system.

Emscripten's file system has neither. There is a plain file in its place, of which the file system is
told that it is something else, so that every way to look at it says so.
"""

import os
import stat

from .. import kernel

_SPECIAL = (stat.S_IFSOCK, stat.S_IFIFO)

_were_made = False


def make(path, kind, mode, dir_fd=None) -> tuple:
    """A node of that kind, of which nothing may lie at ``path`` yet; its key."""
    global _were_made
    os.close(_native_open(path, os.O_CREAT | os.O_EXCL, mode, dir_fd=dir_fd))
    if dir_fd is not None:
        path = os.path.join(os.readlink(f"/proc/self/fd/{dir_fd}"), os.fsdecode(path))
    kernel.mark_node(os.fsdecode(os.path.realpath(path)), kind)
    _were_made = True
    return key_of(path)


_native_open = os.open


def key_of(path):
    """What a node is known by, whatever it is called: device and inode; None if nothing is there."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def special_at(path, dir_fd=None):
    """The status of what lies there, if that is a socket or a named pipe."""
    if not _were_made:
        return None
    try:
        status = os.stat(path, dir_fd=dir_fd)
    except OSError:
        return None
    return status if stat.S_IFMT(status.st_mode) in _SPECIAL else None
