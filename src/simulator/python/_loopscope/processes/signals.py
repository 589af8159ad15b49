"""Signals: each process's own handlers, and what happens without one.

A signal is handled by the main thread of its process: at once where that thread sends it to itself,
otherwise when it next waits, is woken, or is interrupted while it computes.
"""

import _signal
import _thread
import collections
import errno
import os
import signal
import sys

from .. import kernel, moments, parking
from ..c_int import c_int
from ..errors import error

SIG_DFL, SIG_IGN = int(signal.SIG_DFL), int(signal.SIG_IGN)
_IGNORED_BY_DEFAULT = {signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH}
_STOPPING = {signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU}
_UNCATCHABLE = {signal.SIGKILL, signal.SIGSTOP}
_SIGNALS = range(1, _signal.NSIG)
_ITIMER_REAL = 0


class Signals:
    """The signals of one process: its handlers, those that wait to be handled, and its timer."""

    def __init__(self, process):
        self._process = process
        self.handlers = {}
        self.wakeup_fd = -1
        self.pausing = parking.Waiters()
        """Whoever waits for a handler to have run."""
        self.masks = collections.defaultdict(set)
        """By threads the signals that they hold back."""
        self.held = {}
        """What came and is held back, and from which process."""
        self.awaited = []
        self.arrival = parking.Waiters()
        """Sets of signals for which threads stand in ``sigwait``, and those threads."""
        self._pending = collections.deque()
        self._timer = None
        self._timer_due_ns = 0
        self._interval_ns = 0

    def become_python(self):
        """The dispositions with which a Python interpreter starts (``_PySignal_Init``)."""
        if self.handlers.get(signal.SIGINT) != SIG_IGN:
            self.handlers[signal.SIGINT] = _signal.default_int_handler
        self.handlers[signal.SIGPIPE] = SIG_IGN

    @property
    def waiting(self):
        return self._pending or self._timer

    def post(self, number):
        """A signal arrives. It ends the process, is ignored, or is put down for its main thread."""
        if self._process.status is not None or number == 0:
            return
        number = int(number)
        if number == signal.SIGCONT:
            self._process.go_on()
        elif self._process.stopped_by and number != signal.SIGKILL:
            self.held.setdefault(number, kernel.process.pid)
            return
        blocked = self.masks[self._process.main_thread] - _UNCATCHABLE
        if number in blocked or any(number in wanted for wanted in self.awaited):
            self.held.setdefault(number, kernel.process.pid)
            self.arrival.wake_all()
            return
        handler = self.handlers.get(number, SIG_DFL)
        if number in _STOPPING and handler == SIG_DFL:
            self._process.stop(number)
            return
        if callable(handler):
            if number not in self._pending:
                self._pending.append(number)
            if self.wakeup_fd >= 0:
                self._process.descriptors.get(self.wakeup_fd).write(bytes([number]))
            kernel.interrupt(self._process.main_thread)
        elif handler == SIG_DFL and number not in _IGNORED_BY_DEFAULT:
            self._process.end(number)

    def release(self):
        """Let those come that nobody holds back any more."""
        for number in sorted(self.held.keys() - self.masks[self._process.main_thread]):
            del self.held[number]
            self.post(number)

    def handle(self):
        """Call the handlers of all that have come; what one raises goes to the running code."""
        if self._timer and kernel.now_ns() >= self._timer_due_ns:
            self._expire()
        while self._pending:
            number = self._pending.popleft()
            handler = self.handlers.get(number, SIG_DFL)
            if callable(handler):
                handler(number, _program_frame())
            self.pausing.wake_all()

    def set_timer(self, after_ns, interval_ns):
        """``setitimer``: what was left of the old timer, and its interval, in nanoseconds."""
        old = self.timer
        if self._timer:
            self._timer.cancelled = True
        self._timer = None
        if after_ns:
            self._interval_ns = interval_ns
            self._timer_due_ns = min(kernel.now_ns() + after_ns, moments.LATEST_NS)
            self._timer = kernel.interrupt_at(self._timer_due_ns, self._process.main_thread)
        return old

    @property
    def timer(self):
        """What is left until the timer goes off, and its interval; zeros if none is set."""
        if not self._timer:
            return 0, 0
        return max(self._timer_due_ns - kernel.now_ns(), 1), self._interval_ns

    def _expire(self):
        self._timer.cancelled = True
        self._timer = None
        if self._interval_ns:
            self.set_timer(self._interval_ns, self._interval_ns)
        self.post(signal.SIGALRM)


def _program_frame():
    """The frame that was interrupted: the innermost one that is not the simulator's."""
    frame = sys._getframe()
    while frame and frame.f_globals.get("__name__", "").startswith("_loopscope"):
        frame = frame.f_back
    return frame


def _mine():
    return kernel.process.signals


def _check_main_thread(message):
    if kernel.current_thread != kernel.process.main_thread:
        raise ValueError(message)


def _check_number(number):
    if number not in _SIGNALS:
        raise ValueError("signal number out of range")


def _signal_signal(signalnum, handler, /):
    """``_signal.signal``, with its checks in its order."""
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError(
            "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
        )
    _check_main_thread("signal only works in main thread of the main interpreter")
    _check_number(signalnum)
    if signalnum in _UNCATCHABLE:
        raise error("EINVAL")
    old = _signal_getsignal(signalnum)
    _mine().handlers[int(signalnum)] = handler
    return old


def _signal_getsignal(signalnum, /):
    _check_number(signalnum)
    return _mine().handlers.get(signalnum, SIG_DFL)


def raise_signal(signalnum, /):
    """``signal.raise_signal``: send a signal to this process."""
    if signalnum not in _SIGNALS:
        raise error("EINVAL")
    _mine().post(signalnum)
    kernel.process.attend()


def interrupt_main(signum=signal.SIGINT, /):
    """``_thread.interrupt_main``: send a signal to the main thread, unless it is not handled."""
    if signum not in _SIGNALS:
        raise ValueError("signal number out of range")
    if callable(_mine().handlers.get(signum)):
        raise_signal(signum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    _check_main_thread("set_wakeup_fd only works in main thread of the main interpreter")
    if fd >= 0 and os.get_blocking(fd):
        raise ValueError(f"the fd {fd} must be in non-blocking mode")
    if fd >= 0 and fd not in kernel.process.descriptors:
        raise error("EBADF")
    old, _mine().wakeup_fd = _mine().wakeup_fd, fd
    return old


def pause():
    """``signal.pause``: wait until a handler has run."""
    _mine().pausing.wait()


def alarm(seconds, /):
    # C takes it for a number without a sign.
    seconds = c_int(seconds) & 0xFFFF_FFFF
    left_ns, _ = _mine().set_timer(seconds * moments.NS_PER_SECOND, 0)
    return -(-left_ns // moments.NS_PER_SECOND)


def setitimer(which, seconds, interval=0.0, /):
    _check_timer(which)
    if seconds < 0 or interval < 0:
        raise signal.ItimerError(errno.EINVAL, "Invalid argument")
    old = _mine().set_timer(moments.to_ns(seconds), moments.to_ns(interval))
    return tuple(map(moments.to_seconds, old))


def getitimer(which, /):
    _check_timer(which)
    return tuple(map(moments.to_seconds, _mine().timer))


def _check_timer(which):
    if which not in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        raise signal.ItimerError(errno.EINVAL, "Invalid argument")
    if which != _ITIMER_REAL:
        raise NotImplementedError("Loopscope has no timers of processor time: only ITIMER_REAL")


def siginterrupt(signalnum, flag, /):
    """Every wait that a signal interrupts goes on, so there is nothing to choose."""
    _check_number(signalnum)
    if signalnum in _UNCATCHABLE:
        raise error("EINVAL")


def install() -> None:
    _signal.signal = _signal_signal
    _signal.getsignal = _signal_getsignal
    own = (raise_signal, set_wakeup_fd, pause, alarm, setitimer, getitimer, siginterrupt)
    for function in own:
        function.__module__ = "_signal"
        setattr(_signal, function.__name__, function)
        setattr(signal, function.__name__, function)
    _thread.interrupt_main = interrupt_main
