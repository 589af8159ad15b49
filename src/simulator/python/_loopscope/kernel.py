"""The kernel as Python sees it: a handful of functions that the host puts in place before a run.

They are module globals, so that the rest of this package can call them with one look-up. All times
are whole nanoseconds since the run began.
"""

import asyncio
import sys
import types
from asyncio import events, tasks

from pyodide.ffi import can_run_sync

from .entrances import entrance
from .promises import wait_for


class RunOver(BaseException):
    """The trace is closed: a limit was reached. Nothing the program does is seen any more."""


def now_ns() -> int:
    """The running thread's virtual time, without the cost of reading a clock."""
    raise RuntimeError("no run has begun")


def turn(due_ns=None) -> bool:
    """The loop begins a turn. True if something else is due or can run at this very instant.

    ``due_ns`` is when its next timer is due, where it does not wait for that.
    """
    raise RuntimeError("no run has begun")


def ask_soon() -> bool:
    """Have the host ask again, in a handler of its signal, at the next look that follows the handler.

    False if it has been asked to often enough. To be called last: a call more, and it would ask in there.
    """
    raise RuntimeError("no run has begun")


recorder = None
"""Receives what happens, one method a kind of event; see ``engine/emitters.ts``."""

_bridge = None

MAIN_THREAD = 0

current_thread = MAIN_THREAD
"""The number of the virtual thread that runs."""

process = None
"""The process that the running thread belongs to; see ``processes/process.py``."""

_woken = set()
"""Threads that were unparked for the reason they parked for, and have not run since."""

idle = set()
"""Threads whose loops wait, with nothing to do."""


def count_step() -> None:
    """A blocking call counts as a turn of a loop does: who sleeps again and again has an end too."""
    raise RuntimeError("no run has begun")


def polled() -> bool:
    """A call that could have blocked was told not to: polling, if done often.

    True if others should have their turn.
    """
    raise RuntimeError("no run has begun")


late = None
"""When what could come at a moment does come: ``late(what, due_ns, agent)``, with a kind of the
trace's. None where nothing is late, as a rule."""


def attach(bridge) -> None:
    """Take the host's functions; called once, before the program starts."""
    global now_ns, turn, ask_soon, count_step, polled, discount_frames, late, recorder, _bridge
    _bridge = bridge
    # To look up a function of JavaScript's costs as much as to call it.
    recorder = types.SimpleNamespace(**{name: getattr(bridge, name) for name in bridge.told.split()})
    now_ns = bridge.nowNs
    turn = bridge.turn
    ask_soon = bridge.askSoon
    count_step = bridge.countStep
    polled = bridge.polled
    discount_frames = bridge.discountFrames
    late = bridge.late if bridge.leavesOpen else None


def begin_again() -> None:
    """Forget the run before: its threads, where any stand still, are never resumed."""
    global current_thread
    current_thread = MAIN_THREAD
    _woken.clear()
    idle.clear()


def begin() -> None:
    """The program begins: what has been computed so far was not its work."""
    _bridge.begin()


def park(due_ns) -> bool:
    """Let time pass until ``due_ns`` (None: until unparked), and other threads run meanwhile.

    Signals that come meanwhile are handled here, as in a system call that Python restarts (PEP
    475): the wait goes on, unless a handler raises. False if nothing could ever end the wait.
    """
    make_sure_of_room()
    _woken.discard(current_thread)
    if due_ns is None:
        settle()
        # Others ran meanwhile, and may have done what this thread was about to wait for.
        if current_thread in _woken:
            return True
    while True:
        result = _bridge.park(due_ns)
        if result == "switched":
            _leave_stack(_bridge.resumption)
        elif result == "stuck":
            return False
        process.attend()
        if current_thread in _woken or due_ns is not None and now_ns() >= due_ns:
            return True


def unpark(thread: int) -> bool:
    """Make a parked thread runnable. False if it was not parked."""
    _woken.add(thread)
    return _bridge.wake(thread)


def not_yet() -> None:
    """A call answers that something has not happened: if it is asked often, others have their turn."""
    if polled():
        park(now_ns())


def let_others_run() -> None:
    """Let others run that can run at this instant."""
    if _bridge.isBusy:
        park(now_ns())


def interrupt(thread: int) -> None:
    """Have a parked thread attend to its process's signals, and then wait on."""
    _bridge.unpark(thread)


def stand_still() -> bool:
    """Wait for :func:`interrupt`, whatever else comes. False if nothing could ever end that."""
    result = _bridge.park(None)
    if result == "switched":
        _leave_stack(_bridge.resumption)
    return result != "stuck"


def interrupt_at(due_ns: int, thread: int):
    """Interrupt the thread at ``due_ns``, also while it computes; set ``cancelled`` to undo."""
    return _bridge.interruptAt(due_ns, thread)


def settle() -> None:
    """Let the time pass that this thread has computed for on a processor of its own.

    To be called before anything that others can see; costs nothing where all is settled.
    """
    if process.has_own_cpu and _bridge.unsettledNs:
        let_computed_time_pass()


def may_only_spin() -> bool:
    """Whether it is worth asking if the running thread does nothing but wait; see :func:`spin`."""
    return _bridge.mayOnlySpin()


def spin() -> None:
    """Let the running thread, which does nothing but wait, come to what is due next."""
    _bridge.spin()


def let_computed_time_pass() -> None:
    """The same for any thread; others may run meanwhile."""
    make_sure_of_room()
    if _bridge.settle() == "switched":
        _leave_stack(_bridge.resumption)


def is_busy() -> bool:
    """Whether something else is due or can run at this instant."""
    return _bridge.isBusy


def take_long_computing():
    """Since when the running thread has computed for long, if that was not told before."""
    return _bridge.takeLongComputing()


def exempt(is_exempt: bool) -> bool:
    """Whether what the running thread computes from now on costs nothing; what it was before."""
    return _bridge.exempt(is_exempt)


def discount_frames(count: int) -> None:
    """Let the running thread nest so many frames more: those are ours, not the program's.

    Takes no frame itself.
    """
    raise RuntimeError("no run has begun")


ROOM = 100
"""Frames to discount where CPython's own C would need none, however deep the program is nested."""


def make_sure_of_room(frames=3) -> None:
    """Have a RecursionError raised here, rather than half-way through what follows."""
    if frames:
        make_sure_of_room(frames - 1)


def guarded(function):
    """The function as the host may call it: it raises nothing. ``edge`` says how."""
    return function


def schedule(due_ns: int, function) -> None:
    """Have ``function()`` called when the clock comes to ``due_ns``.

    It is called while every thread stands still, on behalf of none: it must not block or raise.
    """
    _bridge.schedule(due_ns, guarded(function))


PROCESS_START_NS = 1_000
"""A process starts after all that its parent does at the same moment. Natively it takes 20 ms."""


def mark_node(path, kind) -> None:
    """Have the file system say that what lies at an absolute path is of that kind (``S_IFMT``)."""
    _bridge.markNode(path, kind)


def lock_file(fd, kind) -> bool:
    """Take a lock on a whole file, or give it back; False where others have one in its way."""
    return _bridge.lockFile(fd, kind)


def on_unlock(fd, then) -> None:
    """Have ``then()`` called, on behalf of no thread, when a lock on the file is given back."""
    _bridge.onUnlock(fd, guarded(then))


def can_start_threads() -> bool:
    return can_run_sync()


def spawn(function, owner=None) -> int:
    """Begin a virtual thread that calls ``function``, at its turn; the thread's number.

    It belongs to the process that runs, or to ``owner``, a new one that it is the first thread of.
    """
    after_ns = PROCESS_START_NS if owner else 0
    owner = owner or process

    @entrance
    def run():
        global current_thread
        current_thread = thread
        asyncio._set_running_loop(None)
        sys.set_asyncgen_hooks(None, None)
        _switch_process(owner)
        guarded(function)()
        settle()
        owner.threads.discard(thread)
        asyncio._set_running_loop(None)

    thread = _bridge.spawn(run, owner.has_own_cpu, after_ns)
    owner.threads.add(thread)
    if owner.agent:
        recorder.name_thread(thread, owner.agent)
    return thread


def kill(thread: int) -> None:
    """End another thread where it stands. Nothing of it runs any more, not even a ``finally``."""
    _bridge.kill(thread)


def abandon():
    """End the running thread where it stands. Does not return."""
    settle()
    _bridge.abandon()
    _leave_stack(_bridge.never)


def _switch_process(to) -> None:
    global process
    if process is not to:
        process.leave()
        process = to
        process.enter()


def _leave_stack(resumption):
    """Suspend this thread's stack until the kernel resumes it.

    The running loop, the current task and the hooks for asynchronous generators belong to CPython's
    one real thread; each virtual thread has its own, so they are put away and brought back. So is
    what belongs to a process.
    """
    global current_thread
    discount_frames(ROOM)
    thread = current_thread
    owner = process
    hooks = sys.get_asyncgen_hooks()
    loop = events._get_running_loop()
    task = tasks._swap_current_task(loop, None) if loop else None
    asyncio._set_running_loop(None)
    try:
        wait_for(resumption)
    finally:
        current_thread = thread
        _switch_process(owner)
        sys.set_asyncgen_hooks(*hooks)
        asyncio._set_running_loop(loop)
        if task is not None:
            tasks._swap_current_task(loop, task)
        discount_frames(-ROOM)
