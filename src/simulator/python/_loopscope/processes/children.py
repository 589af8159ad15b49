"""Waiting for child processes: ``waitpid`` and its kin, with their errors."""

import os
import posix
from resource import RUSAGE_CHILDREN, getrusage

from .. import kernel
from ..c_int import c_int
from ..errors import error
from ..network import descriptors
from ..network.readiness import IN
from . import process

P_PIDFD = 3
_HOW = os.WEXITED | os.WSTOPPED | os.WCONTINUED
_OF_WAITPID = os.WNOHANG | os.WUNTRACED | os.WCONTINUED
_OF_WAITID = _HOW | os.WNOHANG | os.WNOWAIT


def waitpid(pid, options, /):
    return wait_for(pid, options)


def wait():
    return wait_for(-1, 0)


def wait3(options):
    return wait4(-1, options)


def wait4(pid, options):
    return (*wait_for(pid, options), getrusage(RUSAGE_CHILDREN))


def wait_for(pid, options):
    """The number and the status of a child that has ended: (0, 0) where there is none yet.

    As ``waitpid(2)``: of that child; of any for -1, of this process's group for 0, of another for
    less than -1.
    """
    kernel.settle()
    pid, options = c_int(pid), c_int(options)
    if options & ~_OF_WAITPID:
        raise error("EINVAL")
    if pid > 0:
        wanted = lambda child: child.pid == pid
    elif pid == -1:
        wanted = lambda child: True
    else:
        group = -pid or kernel.process.group
        wanted = lambda child: child.group == group
    child = _ended(pid, wanted, options | os.WEXITED)
    if child is None:
        return 0, 0
    _forget(child)
    return child.pid, child.status


def waitid(idtype, id, options, /):
    """``os.waitid``: what became of a child, and that without forgetting it if so asked."""
    kernel.settle()
    idtype, id, options = c_int(idtype), c_int(id), c_int(options)
    if id < (1 if idtype == os.P_PID else 0) and idtype != os.P_ALL:
        raise error("EINVAL")
    wanted = {
        os.P_ALL: lambda child: True,
        os.P_PID: lambda child: child.pid == id,
        os.P_PGID: lambda child: child.group == (id or kernel.process.group),
        P_PIDFD: lambda child: child.end_file is ended,
    }.get(idtype)
    if wanted is None or not options & _HOW or options & ~_OF_WAITID:
        raise error("EINVAL")
    ended = descriptors.lookup(id) if idtype == P_PIDFD else None
    child = _ended(id if idtype == os.P_PID else -1, wanted, options)
    if child is None:
        return None
    if not options & os.WNOWAIT:
        _forget(child)
    killed_by = child.status & 0x7F
    code = os.CLD_KILLED if killed_by else os.CLD_EXITED
    status = killed_by or child.status >> 8
    return os.waitid_result((child.pid, os.getuid(), _SIGCHLD, status, code))


_SIGCHLD = 17


def _ended(pid, wanted, options):
    """The first child that has ended of those wanted; None if there is none and it must not wait."""
    parent = kernel.process
    while True:
        children = [child for child in parent.children.values() if wanted(child)]
        ended = [child for child in children if child.status is not None]
        if options & os.WEXITED and ended:
            return ended[0]
        if len(ended) == len(children):
            raise error("ECHILD")
        if options & os.WNOHANG:
            kernel.not_yet()
            kernel.let_others_run()
            return None
        parent.child_ended.wait()


def _forget(child):
    del kernel.process.children[child.pid]
    process.forget(child)


def wait_until_ended(pid, due_ns) -> bool:
    """Wait for a process without asking for its status. False if ``due_ns`` came first."""
    child = process.by_pid(pid)
    while child is not None and child.status is None:
        if not child.end_file.wait(IN, due_ns):
            return False
    return True


def install() -> None:
    os.P_PIDFD = posix.P_PIDFD = P_PIDFD
    for function in (waitpid, wait, wait3, wait4, waitid):
        function.__module__ = "posix"
        setattr(os, function.__name__, function)
        setattr(posix, function.__name__, function)
