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
    child = _changed(pid, wanted, options | os.WEXITED)
    return (0, 0) if child is None else (child.pid, _take_status(child, options))


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
    child = _changed(id if idtype == os.P_PID else -1, wanted, options)
    if child is None:
        return None
    status = _take_status(child, options)
    return os.waitid_result((child.pid, os.getuid(), _SIGCHLD, *_told_apart(status)))


_SIGCHLD, _SIGCONT = 17, 18


def _told_apart(status):
    """A wait status as ``waitid`` tells it: a number, and what it is the number of."""
    if os.WIFSTOPPED(status):
        return os.WSTOPSIG(status), os.CLD_STOPPED
    if os.WIFCONTINUED(status):
        return _SIGCONT, os.CLD_CONTINUED
    if status & 0x7F:
        return status & 0x7F, os.CLD_KILLED
    return status >> 8, os.CLD_EXITED


def _take_status(child, options):
    """How a child has ended, or has been stopped or gone on; told once, unless asked otherwise."""
    if child.status is not None:
        if not options & os.WNOWAIT:
            _forget(child)
        return child.status
    news = child.news
    if not options & os.WNOWAIT:
        child.news = None
    return news


def _has_news(child, options):
    if child.news is None:
        return False
    return options & (os.WCONTINUED if os.WIFCONTINUED(child.news) else os.WUNTRACED)


def _changed(pid, wanted, options):
    """The first child of those wanted that there is something to tell of; None if there is none and it
    must not wait."""
    parent = kernel.process
    while True:
        children = [child for child in parent.children.values() if wanted(child)]
        ended = [child for child in children if child.status is not None]
        if options & os.WEXITED and ended:
            return ended[0]
        changed = [child for child in children if child.status is None and _has_news(child, options)]
        if changed:
            return changed[0]
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
