"""The calls of ``os`` that concern processes."""

import builtins
import functools
import operator
import os
import posix
import subprocess
import sys
import threading
from signal import SIGABRT

from .. import kernel, threads
from ..c_int import c_int
from ..errors import error
from ..network import descriptors
from . import launch, process


def getpid():
    return kernel.process.pid


def getppid():
    return kernel.process.parent.pid if kernel.process.parent else 1


def kill(pid, signal, /):
    """``os.kill``; a signal to the process itself is handled before this returns."""
    kernel.settle()
    if c_int(pid) <= 0:
        return killpg(-pid or kernel.process.group, signal)
    receiver = process.find(pid)
    _check_signal(signal)
    if signal == 0 and receiver.status is None:
        kernel.not_yet()
    receiver.signals.post(signal)
    kernel.process.attend()


def killpg(pgid, signal, /):
    kernel.settle()
    if c_int(pgid) < 0:
        raise error("EINVAL")
    members = process.in_group(pgid)
    if not members:
        raise error("ESRCH")
    _check_signal(signal)
    # Its own end would cut the rest short.
    for member in sorted(members, key=lambda member: member is kernel.process):
        member.signals.post(signal)
    kernel.process.attend()


def _check_signal(signal):
    if not 0 <= operator.index(signal) <= 64:
        raise error("EINVAL")


def getpgid(pid, /):
    return (process.find(c_int(pid)) if pid else kernel.process).group


def getpgrp():
    return kernel.process.group


def setpgid(pid, pgrp, /):
    if c_int(pgrp) < 0:
        raise error("EINVAL")
    member = process.find(c_int(pid)) if pid else kernel.process
    member.group = pgrp or member.pid


def pidfd_open(pid, flags=0):
    """``os.pidfd_open``: a descriptor that becomes readable when the process ends."""
    if c_int(pid) <= 0 or c_int(flags) & ~os.O_NONBLOCK:
        raise error("EINVAL")
    return descriptors.allocate(process.find(pid).end_file)


def abort():
    """``os.abort``: no handler of the program's keeps it from its end."""
    kernel.process.end(int(SIGABRT))


def _exit(status):
    """``os._exit``: no handlers, no flushing, no ``finally``."""
    kernel.process.end((c_int(status) & 0xFF) << 8)


def system(command):
    """``os.system``: the wait status of a shell that runs the command."""
    code = subprocess.call(["sh", "-c", launch.c_string(command)], executable="/bin/sh")
    return -code if code < 0 else code << 8


def _refuse(name, instead):
    def refused(*args, **kwargs):
        raise error("ENOSYS", f"os.{name} is not available in Loopscope; use {instead}")

    refused.__name__ = refused.__qualname__ = name
    return refused


_REFUSED = {
    "fork": "subprocess or multiprocessing",
    "forkpty": "subprocess",
    "openpty": "os.pipe",
}

_INPUT_ENDED = (
    "EOF when reading a line "
    "(there is no keyboard here, and nothing more was given as standard input)"
)


def _refuse_input():
    native = builtins.input

    @functools.wraps(native)
    def input(prompt="", /):
        try:
            return native(prompt)
        except EOFError:
            if sys.stdin is sys.__stdin__ and kernel.process.pid == process.MAIN_PID:
                raise EOFError(_INPUT_ENDED) from None
            raise

    builtins.input = input


def install() -> None:
    own = (
        getpid, getppid, getpgid, getpgrp, setpgid, kill, killpg, pidfd_open, abort, _exit, system,
    )  # fmt: skip
    refused = (_refuse(name, instead) for name, instead in _REFUSED.items())
    for function in (*own, *refused):
        function.__module__ = "posix"
        setattr(os, function.__name__, function)
        # ``os`` took its own names for these; the system's shell must not be reached by either.
        setattr(posix, function.__name__, function)
    threading._get_main_thread_ident = lambda: threads.ident_of(kernel.process.main_thread)
    _refuse_input()
