"""Which child process a wait is for."""

import asyncio
import subprocess

from .. import wait_reasons
from . import children, process


def _of_pid(pid) -> dict:
    child = process.by_pid(pid)
    return {"process": child.agent} if child and child.agent else {}


def _in_asyncio(frame, agent):
    """``asyncio.subprocess.Process``."""
    return _of_pid(frame.f_locals["self"]._transport._pid)


def _in_subprocess(frame, agent):
    """``subprocess.Popen``."""
    return _of_pid(frame.f_locals["self"].pid)


def _waiting(frame, agent):
    """``os.waitpid``, and ours to await an end."""
    return _of_pid(frame.f_locals["pid"])


def install() -> None:
    for function in (asyncio.subprocess.Process.wait, asyncio.subprocess.Process.communicate):
        wait_reasons.on(function, _in_asyncio)
    for function in (subprocess.Popen.wait, subprocess.Popen.communicate):
        wait_reasons.on(function, _in_subprocess)
    for function in (children._changed, children.wait_until_ended):
        wait_reasons.on(function, _waiting)
