"""Signals that are held back, and waiting for them: ``pthread_sigmask``, ``sigwait`` and their kin.

What the main thread blocks is held back from its process, since that thread handles all signals.
Another thread's mask is its own, and keeps nothing from the process.
"""

import _signal
import os
import signal

from . import kernel, moments, threads
from .errors import error

_UNBLOCKABLE = {signal.SIGKILL, signal.SIGSTOP}
_SI_KERNEL = 0x80


def _mine():
    return kernel.process.signals


def _as_set(signals):
    numbers = set()
    for number in signals:
        if number not in range(1, _signal.NSIG):
            raise ValueError(f"signal number {number} out of range [1; {_signal.NSIG - 1}]")
        numbers.add(int(number))
    return numbers


def _named(numbers):
    return {_name(number) for number in numbers}


def _name(number):
    return signal.Signals(number) if number in signal.Signals else number


def pthread_sigmask(how, mask, /):
    wanted = _as_set(mask) - _UNBLOCKABLE
    masks = _mine().masks
    before = masks.get(kernel.current_thread, masks[kernel.process.main_thread])
    after = {
        signal.SIG_BLOCK: before | wanted,
        signal.SIG_UNBLOCK: before - wanted,
        signal.SIG_SETMASK: wanted,
    }.get(how)
    if after is None:
        raise error("EINVAL")
    masks[kernel.current_thread] = after
    _mine().release()
    kernel.process.attend()
    return _named(before)


def sigpending():
    return _named(_mine().held)


def sigwait(sigset, /):
    return _name(_wait(_as_set(sigset), None)[0])


def sigwaitinfo(sigset, /):
    return _info(*_wait(_as_set(sigset), None))


def sigtimedwait(sigset, timeout, /):
    if timeout < 0:
        raise ValueError("timeout must be non-negative")
    taken = _wait(_as_set(sigset), moments.after(timeout))
    return taken and _info(*taken)


def _wait(wanted, due_ns):
    """The first of those signals that has come, and who sent it; None if ``due_ns`` came first."""
    signals = _mine()
    signals.awaited.append(wanted)
    try:
        while True:
            for number in sorted(wanted & signals.held.keys()):
                return number, signals.held.pop(number)
            if not signals.arrival.wait(due_ns):
                return None
    finally:
        signals.awaited.remove(wanted)


def _info(number, sender):
    code = status = 0
    if number == signal.SIGALRM:
        code, sender = _SI_KERNEL, 0
    child = kernel.process.children.get(sender)
    if number == signal.SIGCHLD and child is not None:
        killed_by = child.status & 0x7F
        code = os.CLD_KILLED if killed_by else os.CLD_EXITED
        status = killed_by or child.status >> 8
    uid = os.getuid() if sender else 0
    return signal.struct_siginfo((number, code, 0, sender, uid, status, 0))


def pthread_kill(thread_id, signalnum, /):
    """To a thread of this process; its main thread handles it, as always in Python."""
    if signalnum not in range(_signal.NSIG):
        raise error("EINVAL")
    if not any(threads.ident_of(thread) == thread_id for thread in kernel.process.threads):
        raise error("ESRCH")
    _mine().post(signalnum)
    kernel.process.attend()


def install() -> None:
    own = (pthread_sigmask, sigpending, sigwait, sigwaitinfo, sigtimedwait, pthread_kill)
    for function in own:
        function.__module__ = "_signal"
        setattr(_signal, function.__name__, function)
        setattr(signal, function.__name__, function)
