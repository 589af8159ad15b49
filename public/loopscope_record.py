#!/usr/bin/env python3
"""Records what a program's event loops, tasks and threads do, for Loopscope to show and explain.

    python loopscope_record.py [--out FILE] [--last SECONDS] app.py ARGUMENT...
    python loopscope_record.py -m package.module ARGUMENT...
    python loopscope_record.py --attach PID --seconds 10         (CPython 3.14)

    with loopscope_record.recording("trace.json"):
        asyncio.run(main())

One file, for CPython 3.12 to 3.14, with nothing to install. The last minute is kept in memory and
written when the program ends, when an exception ends it, or when it gets SIGUSR1. The file is a trace
(``schema/trace-2.json`` on the site), plain JSON; nothing is sent anywhere.

How it looks on without being in the way: the ready queue of a loop is a deque that notes what goes in
and what comes out, and CPython's own ``sys.monitoring`` tells when a few functions of the library
begin, return or call something. No function is replaced, no frame is added to a traceback, no object
of the program's gets an attribute or is kept alive. What goes wrong in here is counted and told at the
end; it does not reach the program.
"""

import atexit
import builtins
import collections
import contextlib
import functools
import gc
import io
import itertools
import json
import linecache
import os
import re
import signal
import sys
import sysconfig
import threading
import time
import types
import weakref
from _thread import get_ident, start_new_thread

VERSION = 2
"""Of the traces: ``TRACE_VERSION`` in ``src/trace/schema.ts``."""

ORIGIN = "loopscope_record"

_MOST_RECORDS = 150_000
_WIDTH = 8
"""How many records are kept, and of how many fields each; about 30 MB when all are there."""

_MOST_BYTES_OF_OUTPUT = 4_000_000
_MOST_ERRORS = 50
"""After so many errors of its own it records nothing more."""

_MOST_LISTED = 64
_LONGEST_TEXT = 1_000
_LONGEST_REPR = 80
"""As in ``src/trace/fields.ts``."""

_LATEST_NS = 2**53 - 1
_MOST_EVENTS = 1_900_000

_LOOKS_EVERY = 0.02
_HELD_NS = 25_000_000
"""How often the watchdog looks, and from when on a step holds its loop."""

_clock = time.perf_counter_ns


class _State:
    """What there is one of."""

    def __init__(self):
        self.enabled = False
        self.began_ns = 0
        self.last_ns = 60_000_000_000
        self.shows_values = False
        self.main_file = None
        self.errors = 0
        self.first_error = None
        self.pid = os.getpid()


_state = _State()

# The log. A record is a time, a kind and six fields; those of the hot kinds are numbers and code
# objects, because what the garbage collector has to count would have it come at other times.

_READY, _OTHERS, _WAITS, _FINISHED, _EVENT, _HELD = range(6)

_log = collections.deque(maxlen=_WIDTH * _MOST_RECORDS)
_emit = _log.extend


def _tell(kind, /, **fields):
    """Something happened on this thread: an event of the trace, with its own fields."""
    _emit((_clock(), _EVENT, 0, get_ident(), kind, fields, 0, None))


def _failed(error):
    """Something went wrong in here: not the program's concern."""
    _state.errors += 1
    if _state.first_error is None:
        traceback = error.__traceback__
        while traceback is not None and traceback.tb_next is not None:
            traceback = traceback.tb_next
        line = None if traceback is None else traceback.tb_lineno
        _state.first_error = f"{type(error).__name__}: {error} (line {line})"
    if _state.errors >= _MOST_ERRORS and _state.enabled:
        _tell("trace-cut", failure=_text(_state.first_error))
        _state.enabled = False


def _guarded(hook):
    """A hook whose errors stay in here."""

    @functools.wraps(hook)
    def call(*args):
        if _state.enabled:
            try:
                return hook(*args)
            except Exception as error:
                _failed(error)
        return None

    return call


# Texts


def _text(words, longest=_LONGEST_TEXT):
    words = words if type(words) is str else str(words)
    if not words.isascii():
        words = words.encode("utf-8", "replace").decode()
    # The trace counts as JavaScript does: what lies outside of the basic plane counts twice.
    while len(words) > longest or not words.isascii() and len(words.encode("utf-16-le")) // 2 > longest:
        words = f"{words[: min(longest, len(words)) - 2]}…"
    return words


_PLAIN = (bool, int, float, complex, str, bytes, type(None))


def _is_plain(value):
    return type(value) in _PLAIN and (type(value) is not int or value.bit_length() <= 256)


def _short_repr(value):
    if _is_plain(value):
        return _text(repr(value[:_LONGEST_REPR] if type(value) in (str, bytes) else value), _LONGEST_REPR)
    if type(value) in (list, tuple, set, dict):
        return f"{type(value).__name__} of {len(value)}"
    return _text(f"<{type(value).__name__}>", _LONGEST_REPR)


def _words_of(error):
    """Type and message of an exception, without running any of the program's code."""
    kind = type.__dict__["__name__"].__get__(type(error))
    arguments = BaseException.args.__get__(error)
    message = ""
    if all(map(_is_plain, arguments)):
        writer = next(vars(base)["__str__"] for base in type(error).__mro__ if "__str__" in vars(base))
        if type(writer) is types.WrapperDescriptorType:
            with contextlib.suppress(Exception):
                message = str(error)
        else:
            message = ", ".join(a if type(a) is str else repr(a) for a in arguments)
    return _text(f"{kind}: {message}" if message else kind, _LONGEST_REPR)


def _arguments_of(coroutine):
    """What a coroutine that has not begun was called with, ``"kiosk", 1``."""
    if type(coroutine) is not types.CoroutineType or coroutine.cr_frame is None:
        return ""
    if coroutine.cr_running or coroutine.cr_suspended:
        return ""
    code, given = coroutine.cr_code, _locals(coroutine.cr_frame)
    shown, names = [], code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    for index, name in enumerate(names):
        if index == 0 and name in ("self", "cls"):
            continue
        value = given.get(name)
        words = _argument(value) if name in given and _is_plain(value) else "…"
        shown.append(words if index < code.co_argcount else f"{name}={words}")
    return ", ".join(shown[:8] + ["…"] * (len(shown) > 8))


def _argument(value):
    words = repr(value[:20] if type(value) in (str, bytes) else value)
    if words[-1] == "'" and '"' not in words and "\\'" not in words:
        words = words.replace("'", '"', 1)[:-1] + '"'
    return words


# Places

_OPTIMIZED = 0x01
"""``inspect.CO_OPTIMIZED``: a function's code, whose variables are in no dictionary."""

_HAS_VIEWS = sys.version_info >= (3, 13)


def _locals(frame):
    """The variables of a frame. Before 3.13 they come in a dictionary that would keep them alive."""
    found = frame.f_locals
    if _HAS_VIEWS or not frame.f_code.co_flags & _OPTIMIZED:
        return found
    copied = dict(found)
    if sys.getrefcount(found) <= 3:
        found.clear()
    return copied


_programs = {}
"""Whether a file is the program's own, by the names that code objects have."""

_is_own_file = _programs.get


def _library_folders():
    paths = sysconfig.get_paths()
    found = {paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib") if paths.get(name)}
    found.add(os.path.dirname(os.__file__))
    return tuple(os.path.join(os.path.abspath(path), "") for path in found)


_LIBRARY = _library_folders()
_PACKAGES = re.compile(r"[\\/](site|dist)-packages[\\/]")
_THIS_FILE = (lambda: 0).__code__.co_filename


def _is_program(name):
    """Whether a file is one of the program's own: no library's, and none that has no file."""
    found = _is_own_file(name)
    if found is None:
        path = os.path.abspath(name)
        found = _programs[name] = not (
            name.startswith("<") or name == _THIS_FILE or path.startswith(_LIBRARY) or _PACKAGES.search(path)
        )
    return found


def _program_frame(frame):
    """The innermost frame of the program's own, outwards from this one, but not beyond a loop."""
    while frame is not None:
        code = frame.f_code
        if _is_program(code.co_filename):
            return frame
        frame = None if code is _TURN else frame.f_back
    return None


def _location_of(frame):
    own = _program_frame(frame)
    return None if own is None else (own.f_code.co_filename, own.f_lineno)


def _origin_of(error):
    """Where an exception was raised: the program's innermost frame that it passed, and the line."""
    own = line = None
    traceback = BaseException.__traceback__.__get__(error)
    while traceback is not None:
        if _is_program(traceback.tb_frame.f_code.co_filename):
            own, line = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return own, None if own is None or line is None else (own.f_code.co_filename, line)


@functools.cache
def _public_name(name):
    """The qualified name of a function that its documentation may know; None of a private one."""
    words = name.split(".")
    if words[-1] in ("__aenter__", "__aexit__", "__enter__", "__exit__"):
        words.pop()
    is_private = any(word[:1] in "_<" and not word.endswith("__") for word in words)
    return None if is_private or not words else _text(".".join(words))


# Suspended coroutines

_Coroutine = types.CoroutineType
_KINDS = {
    types.CoroutineType: ("cr", "cr_await"),
    types.AsyncGeneratorType: ("ag", "ag_await"),
    types.GeneratorType: ("gi", "gi_yieldfrom"),
}


def _links(awaitable):
    """A suspended coroutine and what it awaits in turn, as pairs of code and frame."""
    while awaitable is not None:
        kind = type(awaitable)
        if kind is types.AsyncGeneratorType or kind in (types.GeneratorType, _Coroutine):
            prefix, awaited = _KINDS[kind]
            frame = getattr(awaitable, f"{prefix}_frame")
            if frame is not None:
                yield getattr(awaitable, f"{prefix}_code"), frame
            awaitable = getattr(awaitable, awaited)
        elif kind.__name__ in ("async_generator_asend", "async_generator_athrow"):
            referents = gc.get_referents(awaitable)
            awaitable = next((each for each in referents if type(each) is types.AsyncGeneratorType), None)
        elif kind.__name__ == "coroutine_wrapper":
            awaitable = next((each for each in gc.get_referents(awaitable) if type(each) is _Coroutine), None)
        else:
            return


def _suspended_place(coroutine):
    """The program's innermost frame in a suspended coroutine, and the library's frames beyond it."""
    own, beyond = None, []
    for _, frame in _links(coroutine):
        if _is_program(frame.f_code.co_filename):
            own, beyond = frame, []
        else:
            beyond.append(frame)
    return own, beyond


def _call_among(codes):
    """What the program calls: the outermost function of the library's that has a public name.

    Of a call with a limit round it, that call: what is waited for is up to it.
    """
    limit = None
    for code in codes:
        name = _CALLS.get(id(code)) or _public_name(code.co_qualname)
        if name and code is _WAIT_FOR:
            limit = name
        elif name:
            return name
    return limit


_CALLS = {}
"""Names of private functions by the identity of their code, where a program knows these by another."""


# Who and what there is


class _Known:
    """Numbers for a program's objects, which get no attribute and are not kept alive."""

    def __init__(self):
        self.numbers = {}
        self.facts = {}
        """By number, what is kept of it for as long as it lives."""
        self._references = {}
        self._fading = {}

    def add(self, thing, number, fact):
        key = id(thing)
        self.numbers[key] = number
        self.facts[number] = fact
        self._fading.pop(key, None)
        with contextlib.suppress(TypeError):
            reference = _Reference(thing, self._gone)
            reference.key, reference.number = key, number
            self._references[number] = reference

    def get(self, thing):
        """Its number; also while it is being collected, when CPython calls handlers for it."""
        key = id(thing)
        number = self.numbers.get(key)
        return self._fading.get(key) if number is None else number

    def alive(self):
        found = [(number, reference()) for number, reference in list(self._references.items())]
        return [(number, thing) for number, thing in found if thing is not None]

    def thing(self, number):
        reference = self._references.get(number)
        return None if reference is None else reference()

    def forget(self):
        """Nobody is to be told any more when things are collected."""
        for kept in (self.numbers, self.facts, self._references, self._fading):
            kept.clear()

    def _gone(self, reference):
        try:
            self._remove(reference)
        except Exception as error:
            _failed(error)

    def _remove(self, reference):
        if self.numbers.get(reference.key) == reference.number:
            del self.numbers[reference.key]
            if len(self._fading) > 1_000:
                self._fading.clear()
            self._fading[reference.key] = reference.number
        self._references.pop(reference.number, None)
        self.facts.pop(reference.number, None)
        _asked.discard(reference.number)
        _will_cancel.pop(reference.number, None)
        _bury(reference.number)


class _Reference(weakref.ref):
    __slots__ = ("key", "number")


_numbers = itertools.count(1)
"""One row for all families. A trace counts each by itself; that is done when it is written."""

_introductions = {}
"""By number: the time, the thread and the event that introduced it, as long as it may be needed."""

_graves = collections.deque()
"""What is gone, by the time: its introduction is kept for as long as a trace may speak of it."""


def _introduce(number, kind, /, **fields):
    record = (_clock(), _EVENT, 0, get_ident(), kind, fields, number, None)
    _introductions[number] = record
    _emit(record)


def _bury(number):
    now = _clock()
    _graves.append((now, number))
    while _graves and (now - _graves[0][0] > _state.last_ns or len(_graves) > _MOST_RECORDS):
        _introductions.pop(_graves.popleft()[1], None)


# Once asyncio is there

import asyncio  # noqa: E402
import concurrent.futures.thread  # noqa: E402
import queue  # noqa: E402
from asyncio import (  # noqa: E402
    base_events,
    events,
    exceptions,
    futures,
    locks,
    queues,
    runners,
    taskgroups,
    tasks,
    timeouts,
)
from concurrent.futures import _base  # noqa: E402

_TURN = base_events.BaseEventLoop._run_once.__code__
_SLEEP = tasks.sleep.__code__
_THREADSAFE = base_events.BaseEventLoop.call_soon_threadsafe.__code__
_WAIT_FOR = tasks.wait_for.__code__
_Task = tasks.Task
_Future = futures.Future
_Gathering = tasks._GatheringFuture
_Builtin = types.BuiltinMethodType
_get_running_loop = events._get_running_loop
_current_task = tasks.current_task
_is_done = _Task.done
_is_cancelled = _Task.cancelled
_times_asked = _Task.cancelling
_coroutine_of = _Task.get_coro
_name_of = _Task.get_name
_waiter_of = _Task._fut_waiter.__get__ if hasattr(_Task, "_fut_waiter") else (lambda task: None)
_exception_of = _Task._exception.__get__ if hasattr(_Task, "_exception") else (lambda task: None)
_result_of = _Task._result.__get__ if hasattr(_Task, "_result") else (lambda task: None)
_callbacks_of = _Future._callbacks.__get__ if hasattr(_Future, "_callbacks") else (lambda future: None)


def _types_inside():
    """The type of what CPython has a loop call to run the first step of a task, and of what it awaits."""
    found = []

    class Loop(events.AbstractEventLoop):
        def call_soon(self, callback, *args, context=None):
            found.append(type(callback))

        def get_debug(self):
            return False

    async def nothing():
        pass

    coroutine = nothing()
    # A name of its own, so that the program's tasks are counted from one.
    task = _Task(coroutine, loop=Loop(), name=ORIGIN)
    tasks._unregister_task(task)
    task._log_destroy_pending = False
    coroutine.close()
    return found[0], iter(_Future(loop=Loop()))


_tasks = _Known()
_number_of_task = _tasks.numbers.get
_primitives = _Known()
_jobs = _Known()
"""Futures, of either kind, of pieces of work."""
_limits = _Known()
_servers = _Known()
"""Listening sockets."""


def _is_task(candidate):
    return issubclass(type(candidate), _Task)


def _task_number(task):
    number = _number_of_task(id(task))
    return _introduce_task(task, sys._getframe(1)) if number is None else number


def _introduce_task(task, frame):
    coroutine = _coroutine_of(task)
    running = None if _get_running_loop() is None else _current_task()
    code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
    number = next(_numbers)
    _tasks.add(task, number, None)
    _introduce(
        number,
        "task-created",
        task=number,
        name=_text(_name_of(task) or ""),
        coroutine=_text(_coroutine_name(coroutine)),
        args=_text(_arguments_of(coroutine)) if _state.shows_values else "",
        isLibrary=code is not None and not _is_program(code.co_filename),
        parent=_HERE if running is task else _actor(),
        location=_location_of(frame),
    )
    return number


def _coroutine_name(coroutine):
    kind = type(coroutine)
    if kind.__name__ == "async_generator_athrow":
        for referent in gc.get_referents(coroutine):
            if type(referent) is types.AsyncGeneratorType:
                return f"{referent.__qualname__}.aclose"
    return getattr(coroutine, "__qualname__", None) or kind.__qualname__


_HERE = -1
"""In place of an agent: whoever runs on that thread then."""


def _actor():
    """Who runs: a task, or the thread."""
    if _get_running_loop() is not None:
        task = _current_task()
        if task is not None and _is_task(task):
            number = _number_of_task(id(task))
            return _HERE if number is None else number
    return _thread_number(get_ident())


def _ready_of(loop):
    found = getattr(loop, "_ready", None)
    return found if type(found) is _Ready else None


# The ready queue

_loops = []
"""Weak references to the loops that are watched."""

_running = {}
"""By the identity of a thread: the ready queue of the loop that it runs."""


class _Ready(collections.deque):
    """The ready queue of a loop. What it does more than a deque runs at every step.

    ``times`` has the time of each ``popleft``, and, as negative numbers, those of the loop's turns: what
    came out is what went in first, so that nothing else need be noted.
    """

    __slots__ = ("ident", "last", "number", "others", "outer", "stamp", "times")

    def append(self, handle):
        try:
            callback = handle._callback
            kind = type(callback)
            if kind is _Step:
                task = callback.__self__
                number = _number_of_task(id(task))
                if number is not None:
                    # It goes on in the next turn, without waiting for anything.
                    self.last = own = code = beyond = None
                    awaited = _coroutine_of(task)
                    while type(awaited) is _Coroutine:
                        inner = awaited.cr_code
                        if _is_own_file(inner.co_filename):
                            own, code, beyond = awaited, inner, None
                        elif beyond is None:
                            beyond = inner
                            if inner is _SLEEP:
                                break
                        awaited = awaited.cr_await
                    at = 0 if own is None else own.cr_frame.f_lasti
                    if self.others:
                        _emit((_clock(), _OTHERS, self.number, self.ident, self.others, None, 0, None))
                        self.others = 0
                    _emit((_clock(), _READY, self.number, self.ident, number, code, at, beyond))
                    _append(self, handle)
                    return
                number = _introduce_task(task, sys._getframe(1))
            elif kind is _Builtin:
                number = _number_of_task(id(callback.__self__))
                args = handle._args
                if number is None or len(args) != 1 or type(args[0]) not in _AWAITED:
                    number = _woken(callback, handle)
                elif type(args[0]) is _Future and _was_cancelled(args[0]):
                    _woken_by_cancellation(callback.__self__, number, sys._getframe(1))
            else:
                function = callback.__func__ if kind is _Method else callback
                if type(function) is _Function and not _timers:
                    if _is_own_file(function.__code__.co_filename) is False:
                        # The library's own: nobody asks for more than that it was there.
                        self.others += 1
                        _append(self, handle)
                        return
                number = -_callback_number(handle, callback, kind)
            ident = get_ident()
            if ident != self.ident and self.ident is not None:
                _put_in_from_outside(self, number, sys._getframe(1))
            _emit((_clock(), _READY, self.number, ident, number, None, self.others, None))
            self.others = 0
        except Exception as error:
            _failed(error)
        _append(self, handle)

    def popleft(self):
        last = self.last
        now = _clock()
        if last is not None and type(last._callback) is not _Method:
            _step_ended(self, last, now)
        self.stamp(now)
        self.last = handle = _popleft(self)
        return handle

    # A loop does none of what follows; some that take its place do.

    def _is_out_of_step(self):
        """The order is not known any more: what is in the queue is let go of."""
        _emit((_clock(), _EVENT, self.number, get_ident(), "out-of-step", {"dropped": len(self) - self.others}, 0, None))
        self.others = 0

    def clear(self):
        self._is_out_of_step()
        super().clear()

    def remove(self, handle):
        self._is_out_of_step()
        super().remove(handle)

    def appendleft(self, handle):
        self._is_out_of_step()
        super().appendleft(handle)

    def pop(self):
        self._is_out_of_step()
        return super().pop()

    def insert(self, at, handle):
        self._is_out_of_step()
        super().insert(at, handle)

    def extend(self, handles):
        for handle in handles:
            self.append(handle)

    def rotate(self, count=1):
        self._is_out_of_step()
        super().rotate(count)

    def __delitem__(self, at):
        self._is_out_of_step()
        super().__delitem__(at)

    def __reduce__(self):
        return collections.deque, (list(self),)

    def __repr__(self):
        return repr(collections.deque(self))


_Method = types.MethodType
_Function = types.FunctionType
_WAKE_UP = "task_wakeup"
_AWAITED = frozenset((_Future, _Task, _Gathering))
_append = collections.deque.append
_popleft = collections.deque.popleft
_was_cancelled = _Future.cancelled
_Step = type(None)
"""Set when recording starts; see :func:`_types_inside`."""


def _watch_loop(loop):
    """Have a loop's ready queue noted. Handles that are in it come first."""
    queue_of_loop = getattr(loop, "_ready", None)
    if type(queue_of_loop) is not collections.deque:
        return _ready_of(loop)
    ready = _Ready()
    ready.number = next(_numbers)
    ready.times = _times[ready.number] = collections.deque(maxlen=_MOST_RECORDS)
    ready.stamp = ready.times.append
    ready.ident = ready.last = ready.outer = None
    ready.others = 0
    for handle in queue_of_loop:
        ready.append(handle)
    loop._ready = ready
    _loops.append(weakref.ref(loop))
    if len(_loops) > _MOST_LOOPS:
        _forget_loops()
    return ready


_MOST_LOOPS = 100
"""How many loops are known, when those are forgotten that are not there any more."""


def _forget_loops():
    _loops[:] = (reference for reference in _loops if reference() is not None)
    alive = {ready.number for ready in _queues_alive()}
    since = _clock() - _state.last_ns
    for number, times in list(_times.items()):
        is_old = not times or abs(times[-1]) < since
        if number not in alive and (is_old or len(_times) > 10 * _MOST_LOOPS):
            del _times[number]


def _unwatch_loop(loop):
    if type(getattr(loop, "_ready", None)) is _Ready:
        loop._ready = collections.deque(loop._ready)


def _step_ended(ready, handle, now):
    """The step of a task is over, which has not said yet that it goes on at once."""
    try:
        callback = handle._callback
        kind = type(callback)
        if kind is _Step or kind is _Builtin and handle._args and type(handle._args[0]) in _AWAITED:
            task = callback.__self__
            number = _number_of_task(id(task))
            if number is not None:
                waiter = _waiter_of(task)
                if waiter is None and _is_done(task):
                    how, detail, location, origin = _end_of(task, number)
                    _emit((now, _FINISHED, ready.number, ready.ident, number, how, detail, (location, origin)))
                    _rename(task, number)
                else:
                    # Of the commonest waits, no more is noted than the places.
                    own = code = beyond = None
                    is_plain = type(waiter) is _Future and id(waiter) not in _jobs.numbers
                    awaited = _coroutine_of(task)
                    while type(awaited) is _Coroutine:
                        inner = awaited.cr_code
                        if _is_own_file(inner.co_filename):
                            own, code, beyond = awaited, inner, None
                        else:
                            if beyond is None:
                                beyond = inner
                            key = id(inner)
                            if key in _SPECIAL:
                                is_plain = False
                                break
                            if key in _PLAIN_WAITS:
                                awaited = _END
                                break
                        awaited = awaited.cr_await
                    if is_plain and beyond is not None and type(awaited) is _Awaiting:
                        at = 0 if own is None else own.cr_frame.f_lasti
                        _emit((now, _WAITS, ready.number, ready.ident, number, code, at, beyond))
                    else:
                        code, at, wait = _wait_of(task, number)
                        _emit((now, _WAITS, ready.number, ready.ident, number, code, at, wait))
        if _pending_futures:
            _look_at_futures()
    except Exception as error:
        _failed(error)


_END = None
_Awaiting = type(None)
"""The type of what stands at the end of a chain of coroutines; set when recording starts."""

_SPECIAL = set()
_PLAIN_WAITS = set()
"""By identity, the code of all functions of the library that wait for something of their own; and of
those that wait for bytes, beyond which nobody need look."""


def _rename(task, number):
    """The program may have given it a name since."""
    record = _introductions.get(number)
    name = _name_of(task)
    if record is not None and record[5]["name"] != name:
        record[5]["name"] = _text(name or "")


def _end_of(task, number):
    if _is_cancelled(task):
        return "cancelled", "", None, None
    # Asking a task for its exception would mark it as retrieved, and silence CPython's own warning.
    error = _exception_of(task)
    if error is None:
        return "returned", _short_repr(_result_of(task)) if _shows(task) else "", None, None
    _, location = _origin_of(error)
    earlier = _tasks.thing(_failures.get(id(error)))
    origin = _failures[id(error)] if earlier is not None and _exception_of(earlier) is error else None
    if len(_failures) > 1_000:
        _failures.clear()
    _failures[id(error)] = number
    return "raised", _words_of(error), location, origin


_failures = {}
"""By the identity of an exception: the last task that ended with it."""


def _shows(task):
    return _state.shows_values and _result_of(task) is not None


def _woken(callback, handle):
    """A method written in C is to be called: that of a task not known yet, or of the program's."""
    if callback.__name__ == _WAKE_UP and _is_task(callback.__self__):
        return _introduce_task(callback.__self__, None)
    _given_to_cancel(callback, sys._getframe(2))
    return -_callback_number(handle, callback, _Builtin)


# What tasks wait for


def _wait_of(task, number):
    """Where a suspended task stands, and what for: code, instruction, and fields of a wait."""
    waiter = _waiter_of(task)
    coroutine = _coroutine_of(task)
    own, beyond = _suspended_place(coroutine)
    code, at = (None, 0) if own is None else (own.f_code, own.f_lasti)
    call = _call_among(frame.f_code for frame in beyond)
    wait = _reasons_of(waiter, own, beyond, number)
    if call is not None:
        wait = {"call": call, **wait} if "call" not in wait else {**wait, "call": call}
    return code, at, tuple(wait.items())


def _reasons_of(waiter, own, beyond, number):
    if type(waiter) is _Gathering:
        return {"call": "gather", "tasks": _pending(waiter._children)}
    if _is_task(waiter):
        return {"task": _task_number(waiter)}
    reasons = {}
    for frame in beyond:
        explain = _EXPLANATIONS.get(id(frame.f_code))
        if explain is not None:
            reasons.update(explain(frame))
    if reasons:
        return reasons
    for frame in beyond:
        if id(frame.f_code) in _WAITING:
            return {"primitive": _primitive_number(_locals(frame)["self"], own, number)}
    if type(waiter) is _Future:
        return _reasons_of_future(waiter, own, beyond, number)
    return {}


def _reasons_of_future(future, own, beyond, by):
    fact = _jobs.facts.get(_jobs.numbers.get(id(future)))
    if fact is not None:
        return dict(fact["wait"])
    if not beyond or beyond[-1].f_code is _WAIT_FOR:
        number = _primitive_number(future, own, by)
        _pending_futures.add(number)
        return {"primitive": number}
    return {}


def _pending(awaited):
    found = (task for task in list(awaited) if _is_task(task) and not _is_done(task))
    return sorted({_task_number(task) for task in itertools.islice(found, _MOST_LISTED)})


def _moment(loop, when):
    """A time of ``loop.time()`` on the recorder's clock; None for one that never comes."""
    if when is None:
        return None
    try:
        return min(_LATEST_NS, _clock() + int((when - loop.time()) * 1e9))
    except (OverflowError, ValueError, TypeError):
        return None


def _for_sleep(frame):
    timer = _locals(frame).get("h")
    return {} if timer is None else {"untilNs": _moment(timer._loop, timer._when)}


def _for_several(frame):
    found = _locals(frame)
    timer = found.get("timeout_handle")
    until = None if timer is None else _moment(timer._loop, timer._when)
    return {"tasks": _pending(found["fs"]), "untilNs": until}


def _for_next_of_several(frame):
    iterator = _locals(frame).get("self")
    return {"tasks": _pending(getattr(iterator, "_todo", ()))}


def _for_members(frame):
    return {"tasks": _pending(_locals(frame)["self"]._tasks)}


_EXPLANATIONS = {}
_WAITING = set()
"""By the identity of their code: functions of the library that say what for, and methods of primitives."""


# What CPython reports: functions of the library that begin, return, or call something

_monitoring = sys.monitoring
_on_start = {}
_on_return = {}
_on_call = {}
_wanted = {}
_kept = []
_tool = None


def _on(table, event, function, hook):
    code = function if type(function) is types.CodeType else function.__code__
    _kept.append(code)
    table[id(code)] = hook
    _wanted[id(code)] = code, _wanted.get(id(code), (code, 0))[1] | event


def _when_begins(function, hook):
    _on(_on_start, _monitoring.events.PY_START, function, hook)


def _when_returns(function, hook):
    _on(_on_return, _monitoring.events.PY_RETURN, function, hook)


def _when_calls(function, hook):
    _on(_on_call, _monitoring.events.CALL, function, hook)


def _start(code, offset):
    if code is _TURN:
        _turn()
        return None
    hook = _on_start.get(id(code))
    if hook is None:
        # Every function of the process is seen once: those that may cancel a task are watched.
        if "cancel" in code.co_names:
            _watch_for_cancel(code)
        return _monitoring.DISABLE
    if _state.enabled:
        try:
            hook(_frame_of(code))
        except Exception as error:
            _failed(error)
    return None


def _frame_of(code):
    """The frame of which CPython tells: as a rule the caller's caller, but something may stand between."""
    frame = sys._getframe(2)
    while frame.f_code is not code:
        frame = frame.f_back
    return frame


def _turn():
    """A loop begins another turn: the last step of the one before is over."""
    ready = _running.get(get_ident())
    if ready is not None:
        last = ready.last
        if last is not None:
            ready.last = None
            now = _clock()
            _step_ended(ready, last, now)
            ready.stamp(-now)
        elif not ready:
            # Else the loop goes on at once, and what comes next says when.
            ready.stamp(-_clock())


def _return(code, offset, result):
    hook = _on_return.get(id(code))
    if hook is not None and _state.enabled:
        try:
            hook(_frame_of(code), result)
        except Exception as error:
            _failed(error)


def _call(code, offset, called, first):
    hook = _on_call.get(id(code))
    try:
        if hook is None:
            if _may_cancel(called):
                _program_calls(_frame_of(code), called, first)
                return None
            key = id(code), offset
            count = _looked_at[key] = _looked_at.get(key, 0) + 1
            return _monitoring.DISABLE if count >= _MOST_PER_CALL else None
        return hook(_frame_of(code), called, first) if _state.enabled else None
    except Exception as error:
        _failed(error)
    return None


def _may_cancel(called):
    kind = type(called)
    if kind is _Builtin or kind is types.MethodDescriptorType or kind is types.FunctionType:
        return called.__name__ == "cancel"
    return kind is functools.partial or kind is _Method


_MOST_PER_CALL = 200
"""How often a place that calls something is looked at. By then it calls what it always does."""

_looked_at = {}


@_guarded
def _watch_for_cancel(code):
    _monitoring.set_local_events(_tool, code, _monitoring.events.CALL)


def _start_monitoring():
    """Take a free number; without one, what the library does is not told."""
    global _tool
    own = _monitoring.events
    for number in (4, 3):
        try:
            _monitoring.use_tool_id(number, ORIGIN)
        except ValueError:
            continue
        _tool = number
        break
    if _tool is None:
        return
    _monitoring.register_callback(_tool, own.PY_START, _start)
    _monitoring.register_callback(_tool, own.PY_RETURN, _return)
    _monitoring.register_callback(_tool, own.CALL, _call)
    for code, wanted in _wanted.values():
        _monitoring.set_local_events(_tool, code, wanted)
    _monitoring.set_events(_tool, own.PY_START)


def _stop_monitoring():
    global _tool
    if _tool is None:
        return
    own = _monitoring.events
    _monitoring.set_events(_tool, 0)
    for code, _ in _wanted.values():
        _monitoring.set_local_events(_tool, code, 0)
    for event in (own.PY_START, own.PY_RETURN, own.CALL):
        _monitoring.register_callback(_tool, event, None)
    _monitoring.free_tool_id(_tool)
    _tool = None


# Locks, queues and their kin


def _primitive_number(primitive, frame, by=None):
    """Its number; at first sight it is given one and told of with its name.

    ``frame`` is where it is used, ``by`` who uses it: whoever runs, if nothing is said.
    """
    number = _primitives.numbers.get(id(primitive))
    if number is not None:
        whole = _primitives.facts[number].part_of
        return number if whole is None else whole
    by = _actor() if by is None else by
    made = _made.pop(id(primitive), None)
    fact = _Fact(_look_of(primitive))
    number = next(_numbers)
    _primitives.add(primitive, number, fact)
    fact.state = fact.look(primitive, fact)
    _introduce(
        number,
        "primitive-seen",
        primitive=number,
        type=_type_name(primitive),
        name=_name_at(primitive, _program_frame(frame)),
        by=by,
        location=None if made is None else made[1],
        state=fact.state,
    )
    return number


class _Fact:
    """What is known of a primitive: how to look at it, how it stood then, who has it."""

    __slots__ = ("holders", "is_counter", "look", "part_of", "state")

    def __init__(self, look, part_of=None):
        self.holders = []
        self.is_counter = False
        self.look = look
        self.part_of = part_of
        self.state = None


_made = {}
"""By the identity of a primitive that nobody has used yet: a weak reference, and where it was made."""


def _type_name(primitive):
    kind = type(primitive)
    name = kind.__name__
    if kind.__module__ in ("queue", "_queue"):
        name = f"queue.{name}"
    elif kind.__module__ in ("threading", "_thread"):
        name = f"threading.{'Lock' if name == 'lock' else name}"
    return _text(name)


def _look_of(primitive):
    """How to look at a primitive: a function that gives its state."""
    for base in type(primitive).__mro__:
        if base in _LOOKS:
            return _LOOKS[base]
    return lambda primitive, fact: {"kind": "threading", "holder": None}


_contents = object.__getattribute__


def _lock_state(lock, fact):
    return {"kind": "lock", "holder": fact.holders[0] if fact.holders else None}


def _condition_state(condition, fact):
    return {"kind": "condition", "holder": _holder_of(_attribute(condition, "_lock"))}


def _semaphore_state(semaphore, fact):
    value = _attribute(semaphore, "_value")
    holders = [] if fact.is_counter else fact.holders[:_MOST_LISTED]
    return {"kind": "semaphore", "value": max(0, value), "holders": list(holders)}


def _event_state(event, fact):
    return {"kind": "event", "isSet": bool(_attribute(event, "_value"))}


def _barrier_state(barrier, fact):
    own = _contents(barrier, "__dict__")
    return {"kind": "barrier", "arrived": own["_count"], "parties": own["_parties"]}


def _queue_state(each, fact):
    own = _contents(each, "__dict__")
    return _queue_of(own.get("_queue"), own["_maxsize"], own["_unfinished_tasks"])


def _thread_queue_state(each, fact):
    own = _contents(each, "__dict__")
    return _queue_of(own.get("queue"), own["maxsize"], own["unfinished_tasks"])


def _queue_of(items, most, unfinished):
    size = len(items) if type(items) in (collections.deque, list) else unfinished
    return {"kind": "queue", "size": size, "maxSize": most if most > 0 else 0, "unfinished": unfinished}


def _future_state(future, fact):
    if not future.done():
        state = "pending"
    elif future.cancelled():
        state = "cancelled"
    else:
        # Asking for the exception would mark it as retrieved.
        state = "exception" if _Future._exception.__get__(future) is not None else "result"
    return {"kind": "future", "state": state}


def _pool_state(pool, fact):
    return {"kind": "pool", "places": _attribute(pool, "_max_workers") or 1}


_LOOKS = {
    locks.Lock: _lock_state,
    locks.Condition: _condition_state,
    locks.Semaphore: _semaphore_state,
    locks.Event: _event_state,
    locks.Barrier: _barrier_state,
    queues.Queue: _queue_state,
    queue.Queue: _thread_queue_state,
    concurrent.futures.Executor: _pool_state,
    _Future: _future_state,
}


def _holder_of(lock):
    fact = _primitives.facts.get(_primitives.numbers.get(id(lock)))
    return fact.holders[0] if fact and fact.holders else None


def _attribute(thing, name):
    """An attribute that is kept in the object itself, past whatever its class makes of it."""
    try:
        return object.__getattribute__(thing, "__dict__").get(name)
    except AttributeError:
        return None


def _changed(primitive, frame):
    number = _primitive_number(primitive, frame)
    fact = _primitives.facts[number]
    if fact.look is _condition_state:
        primitive = _primitives.thing(number)
    state = fact.look(primitive, fact)
    if state != fact.state:
        fact.state = state
        _emit((_clock(), _EVENT, 0, get_ident(), "primitive-changed", (number, _actor(), state), 0, None))


def _acquired(frame, result):
    if result is True:
        primitive = frame.f_locals["self"]
        _primitive_number(primitive, frame)
        _primitives.facts[_primitives.numbers[id(primitive)]].holders.append(_actor())
        _changed(primitive, frame)


def _released(frame, result):
    primitive = frame.f_locals["self"]
    _primitive_number(primitive, frame)
    fact = _primitives.facts[_primitives.numbers[id(primitive)]]
    actor = _actor()
    if actor in fact.holders:
        fact.holders.remove(actor)
    elif isinstance(primitive, locks.Semaphore):
        fact.is_counter = True
    elif fact.holders:
        fact.holders.pop(0)
    _changed(primitive, frame)


def _touched(frame, result):
    primitive = frame.f_locals["self"]
    if not _is_part_of_library(primitive):
        _changed(primitive, frame)


def _is_part_of_library(primitive):
    """``as_completed`` has a queue of its own."""
    made = _made.get(id(primitive))
    return made is not None and made[2] and id(primitive) not in _primitives.numbers


def _event_touched(frame, result):
    """The library has events of its own, inside of queues for instance, that nobody asked about."""
    event = frame.f_locals["self"]
    if _is_program(frame.f_back.f_code.co_filename) or id(event) in _primitives.numbers:
        _changed(event, frame)


def _thread_queue_touched(frame, result):
    shared = frame.f_locals["self"]
    if id(shared) in _primitives.numbers:
        _changed(shared, frame)


def _primitive_made(frame):
    """Remember where, for when it is first used."""
    primitive = frame.f_locals["self"]
    outer = frame.f_back
    while outer is not None and outer.f_code.co_name == "__init__" and _locals(outer).get("self") is primitive:
        outer = outer.f_back
    is_part = outer is not None and outer.f_code.co_qualname == "_AsCompletedIterator.__init__"
    if len(_made) > 10_000:
        _made.clear()
    with contextlib.suppress(TypeError):
        key = id(primitive)
        forget = weakref.ref(primitive, lambda _, key=key: _made.pop(key, None))
        _made[key] = forget, _location_of(outer), is_part


def _condition_made(frame, result):
    condition = frame.f_locals["self"]
    lock = condition._lock
    if id(lock) not in _primitives.numbers and _what_it_is_called(lock, _program_frame(frame)) is None:
        _is_part_of(lock, condition, frame)


def _is_part_of(part, whole, frame):
    number = _primitive_number(whole, frame)
    _primitives.add(part, next(_numbers), _Fact(None, number))


_pending_futures = set()
"""The numbers of futures of the program's own that tasks wait for."""


def _look_at_futures():
    for number in list(_pending_futures):
        future = _primitives.thing(number)
        if future is None or future.done():
            _pending_futures.discard(number)
            if future is not None:
                _changed(future, None)


_MOST_SEARCHES = 1_000
_searches = 0
_names_at = {}
"""By the place of use, what something was called there before: most often, so is the next."""


def _name_at(target, frame):
    """As :func:`_what_it_is_called`, for things that come by the thousand."""
    global _searches
    if frame is None:
        return _what_it_is_called(target, frame)
    place = frame.f_code, frame.f_lasti
    name = _names_at.get(place)
    if name is not None:
        own = _locals(frame)
        if own.get(name) is target or _attributes_of(own.get("self")).get(name[5:]) is target:
            return name
    _searches += 1
    if _searches > _MOST_SEARCHES:
        return None
    name = _names_at[place] = _what_it_is_called(target, frame)
    return name


def _what_it_is_called(target, frame):
    """What the program calls it: ``lock``, ``self.slots``, ``forks[2]``; None if nothing."""
    if frame is None:
        scopes = [("", vars(sys.modules["__main__"]))]
    else:
        own = _locals(frame)
        scopes = [("", frame.f_globals), ("", own), ("self.", _attributes_of(own.get("self")))]
    for look in (_plain_name, _place_in_container, _name_of_attribute):
        for prefix, scope in scopes:
            found = look(scope, target)
            if found:
                return _text(prefix + found)
    return None


def _attributes_of(thing):
    try:
        return object.__getattribute__(thing, "__dict__")
    except AttributeError:
        return {}


def _plain_name(scope, target):
    return next((name for name, value in list(scope.items()) if value is target and type(name) is str), None)


def _place_in_container(scope, target):
    for name, value in list(scope.items()):
        if type(value) in (list, tuple, dict) and len(value) <= 100:
            items = value.items() if type(value) is dict else enumerate(value)
            for key, item in list(items):
                if item is target and type(key) in (int, str):
                    return f"{name}[{key!r}]"
    return None


def _name_of_attribute(scope, target):
    for name, value in list(scope.items()):
        module = sys.modules.get(type(value).__module__)
        if module is not None and _is_program(getattr(module, "__file__", None) or "<none>"):
            found = _plain_name(_attributes_of(value), target)
            if found:
                return f"{name}.{found}"
    return None


# Time limits


def _limit_entered(frame, timeout):
    number = next(_numbers)
    call = "timeout"
    outer = frame.f_back
    if outer is not None and outer.f_code is _WAIT_FOR:
        call = "wait_for"
    location = _location_of(frame)
    _limits.add(timeout, number, {"location": location, "fired": None})
    _introduce(
        number,
        "limit-set",
        limit=number,
        task=_task_number(timeout._task),
        call=call,
        dueNs=_moment(timeout._task.get_loop(), timeout._when),
        location=location,
    )


def _limit_moved(frame, result):
    timeout = frame.f_locals["self"]
    number = _limits.numbers.get(id(timeout))
    if number is not None:
        _tell("limit-moved", limit=number, dueNs=_moment(timeout._task.get_loop(), timeout._when))


def _limit_left(frame):
    found = frame.f_locals
    timeout = found["self"]
    number = _limits.numbers.get(id(timeout))
    if number is None:
        return
    if timeout._state is timeouts._State.ENTERED:
        _tell("limit-ended", limit=number, how="left")
    elif timeout._state is timeouts._State.EXPIRING:
        kind, error = found["exc_type"], found["exc_val"]
        if kind is None:
            _tell("limit-overrun", limit=number, error=None)
        elif not issubclass(kind, exceptions.CancelledError):
            _tell("limit-overrun", limit=number, error=_words_of(error))


def _limit_expires(timeout):
    number = _limits.numbers.get(id(timeout))
    if number is not None:
        _tell("limit-ended", limit=number, how="expired")
    return number


# Cancellation

_CANCEL = _Task.cancel


def _task_to_cancel(called, first):
    """The task that a call cancels; None for any other call."""
    while True:
        if called is _CANCEL:
            return first if _is_task(first) else None
        kind = type(called)
        if kind is _Builtin:
            task = called.__self__
            return task if called.__name__ == "cancel" and _is_task(task) else None
        if kind is functools.partial:
            called, first = called.func, called.args[0] if called.args else None
        elif kind is types.MethodType:
            called, first = called.__func__, called.__self__
        else:
            return None


def _request(task, reason, *, by=None, because=None, limit=None, location=None, error=None):
    """A task is about to be cancelled, and with it those that it awaits."""
    by = _actor() if by is None else by
    while not _is_done(task):
        number = _task_number(task)
        _asked.add(number)
        _tell(
            "cancel-requested",
            task=number,
            by=by,
            reason=reason,
            because=because,
            limit=limit,
            location=location,
            error=error,
        )
        waiter = _waiter_of(task)
        reason, because, limit, error = "awaiter", number, None, None
        if type(waiter) is _Gathering:
            _handed_on[id(waiter)] = by, number, location
        if not _is_task(waiter):
            return
        task = waiter


_asked = set()
_handed_on = {}
"""By the identity of what ``gather`` made and is cancelled: by whom, for whose sake, where."""


def _program_calls(frame, called, first):
    task = _task_to_cancel(called, first)
    if task is None:
        _shield_cancelled(frame, called.__self__ if type(called) is _Builtin else first)
        return
    is_own = _is_program(frame.f_code.co_filename)
    _request(task, "explicit" if is_own else "library", location=_location_of(frame))


def _shield_cancelled(frame, future):
    fact = _jobs.facts.get(_jobs.numbers.get(id(future)))
    if fact is not None and fact["wait"].get("call") == "shield" and not future.done():
        number = fact["wait"]["task"]
        _tell("shield-cancelled", task=number, by=_actor(), location=_location_of(frame))


def _asked_by(cause):
    def hook(frame, called, first):
        if not _may_cancel(called) or type(first) is events.TimerHandle:
            return _monitoring.DISABLE
        task = _task_to_cancel(called, first)
        if task is not None:
            _request(task, **cause(frame))
        return None

    return hook


def _time_is_up(frame):
    timeout = frame.f_locals["self"]
    number = _limit_expires(timeout)
    fact = _limits.facts.get(number) or {}
    return {"reason": "time-limit", "limit": number, "location": fact.get("location")}


def _no_time_at_all(frame):
    return {"reason": "time-limit", "location": _location_of(frame)}


def _group_gives_up(frame):
    is_body = frame.f_code.co_name != "_abort"
    reason = "task-group-body" if is_body else "task-group"
    caller = frame if is_body else frame.f_back
    found = _locals(caller)
    if caller.f_code is taskgroups.TaskGroup._on_task_done.__code__:
        return {"reason": reason, "because": _task_number(found["task"])}
    parent = _locals(frame)["self"]._parent_task
    because = _task_number(parent)
    error = found.get("exc")
    if error is None or issubclass(type(error), exceptions.CancelledError) and _times_asked(parent) > 0:
        return {"reason": reason, "because": because}
    _, location = _origin_of(error)
    return {"reason": reason, "because": because, "location": location, "error": _words_of(error)}


def _gather_hands_on(frame):
    gathering = frame.f_locals["self"]
    by, because, location = _handed_on.get(id(gathering), (None, None, _location_of(frame)))
    return {"reason": "gather", "by": by, "because": because, "location": location}


def _gather_has_handed_on(frame, result):
    _handed_on.pop(id(frame.f_locals["self"]), None)


_main_tasks = {}
"""By the identity of a ``Runner``: the task that it ran last."""


def _runner_runs(frame, called, first):
    found = _locals(frame)
    if _is_task(found.get("task")):
        if len(_main_tasks) > 1_000:
            _main_tasks.clear()
        _main_tasks[id(found["self"])] = _task_number(found["task"])


def _run_is_over(frame):
    closing = frame.f_back
    because = _main_tasks.get(id(_locals(closing).get("self"))) if closing else None
    caller = closing.f_back if closing else None
    if caller is not None and caller.f_code is runners.Runner.__exit__.__code__:
        caller = caller.f_back
    if caller is None or caller.f_code is runners.run.__code__:
        return {"reason": "run-ended", "because": because}
    return {"reason": "runner-closed", "because": because, "location": _location_of(caller)}


_CAUSES = {
    "timeouts.Timeout._on_timeout": _time_is_up,
    "tasks._cancel_and_wait": _no_time_at_all,
    "taskgroups.TaskGroup._abort": _group_gives_up,
    "taskgroups.TaskGroup._on_task_done": _group_gives_up,
    "taskgroups.TaskGroup._aexit": _group_gives_up,
    "taskgroups.TaskGroup.__aexit__": _group_gives_up,
    "tasks._GatheringFuture.cancel": _gather_hands_on,
    "runners._cancel_all_tasks": _run_is_over,
    "runners.Runner._on_sigint": lambda frame: {"reason": "interrupt"},
}


def _functions_named(table):
    """The functions of asyncio's that a table names; what another version does not have is left out."""
    for name, value in table.items():
        found = asyncio
        for word in name.split("."):
            found = getattr(found, word, None)
        if found is not None:
            yield found, value


def _codes_that_cancel(module):
    """Every function of a module of the library's in whose code the word stands."""
    found = [value.__code__ for value in vars(module).values() if hasattr(value, "__code__")]
    for kind in vars(module).values():
        if isinstance(kind, type) and kind.__module__ == module.__name__:
            found += [value.__code__ for value in vars(kind).values() if hasattr(value, "__code__")]
    while found:
        code = found.pop()
        found += [constant for constant in code.co_consts if type(constant) is types.CodeType]
        if "cancel" in code.co_names:
            yield code


def _woken_by_cancellation(task, number, frame):
    """What a task awaits was cancelled, and nobody was seen to ask: whoever runs did.

    So it is where one function written in C calls another, ``map(Task.cancel, tasks)``.
    """
    if number in _asked or _times_asked(task) == 0:
        return
    own = _program_frame(frame)
    if own is None:
        by, location = _will_cancel.pop(number, (None, None))
        if by is not None:
            _request(task, "explicit", by=by, location=location)
        return
    outer = frame
    while outer is not None and outer.f_globals.get("__package__") == "asyncio":
        outer = outer.f_back
    _request(task, "explicit" if outer is own else "library", location=_location_of(frame))


_will_cancel = {}
"""By the number of a task that a loop is to cancel when it calls back: who said so, and where."""


def _given_to_cancel(callback, frame):
    """``loop.call_later(1, task.cancel)``"""
    if callback.__name__ == "cancel" and _is_task(callback.__self__):
        _will_cancel.setdefault(_task_number(callback.__self__), (_actor(), _location_of(frame)))


# Callbacks of the program's own

_timers = {}
"""By the identity of a handle that waits for its time: the number of the callback."""


def _callback_number(handle, callback, kind):
    """The number of a callback of the program's own that becomes ready; 0 for any other."""
    if _timers:
        number = _timers.pop(id(handle), None)
        if number is not None:
            return number
    function = _function_of(callback, kind)
    if type(function) is not types.FunctionType or not _is_program(function.__code__.co_filename):
        return 0
    return _schedule(callback, function, None, sys._getframe(2))


def _function_of(callback, kind):
    while kind is functools.partial or kind is types.MethodType:
        callback = callback.func if kind is functools.partial else callback.__func__
        kind = type(callback)
    return callback


def _schedule(callback, function, due_ns, frame):
    number = next(_numbers)
    _introduce(
        number,
        "callback-scheduled",
        callback=number,
        name=_text(function.__qualname__),
        by=_actor(),
        location=_location_of(frame),
        dueNs=due_ns,
        target=None,
    )
    # Nothing says when a handle is gone: its introduction is kept for as long as the window.
    _bury(number)
    return number


def _timer_set(frame, timer):
    callback = timer._callback
    if callback is _SET_RESULT:
        return
    if type(callback) is _Builtin:
        _given_to_cancel(callback, frame)
    function = _function_of(callback, type(callback))
    if type(function) is types.FunctionType and _is_program(function.__code__.co_filename):
        due_ns = _moment(timer._loop, timer._when)
        if len(_timers) > 100_000:
            _timers.clear()
        _timers[id(timer)] = _schedule(callback, function, due_ns, frame)


_SET_RESULT = futures._set_result_unless_cancelled


def _handle_cancelled(frame):
    handle = frame.f_locals["self"]
    number = _timers.pop(id(handle), None) if _timers else None
    if number is not None and not handle._cancelled:
        _tell("callback-cancelled", callback=number, by=_actor(), location=_location_of(frame))


# Exceptions that nobody saw


def _handler_called(frame):
    found = _locals(frame)
    context = found.get("context")
    if type(context) is not dict:
        return
    message, error = context.get("message"), context.get("exception")
    is_error = isinstance(error, BaseException)
    own, location = _origin_of(error) if is_error else (None, None)
    task = next((context[key] for key in ("task", "future") if _is_task(context.get(key))), None)
    future = context.get("future")
    handler = _attribute(found["self"], "_exception_handler")
    function = getattr(handler, "__func__", handler)
    _tell(
        "exception-handler-called",
        message=_text(message) if type(message) is str else "",
        error=_words_of(error) if is_error else None,
        task=None if task is None else _tasks.get(task),
        future=None if future is None or _is_task(future) else _primitives.get(future),
        callback=None,
        function=_text(own.f_code.co_qualname) if own else None,
        location=location,
        handler=None if handler is None else _text(getattr(function, "__qualname__", type(handler).__name__)),
    )


def _never_awaited(frame):
    coroutine = _locals(frame)["coro"]
    code = getattr(coroutine, "cr_code", None)
    is_own = code is not None and _is_program(code.co_filename)
    _tell(
        "never-awaited",
        coroutine=_text(coroutine.__qualname__),
        location=_location_of(frame),
        defined=(code.co_filename, code.co_firstlineno) if is_own else None,
    )


def _gather_ends(frame, called, gathering):
    """``gather`` gives up for the first exception: ``outer.set_exception(error)``."""
    if getattr(called, "__name__", None) != "set_exception" or not isinstance(gathering, _Gathering):
        return
    child = frame.f_locals["fut"]
    if not _is_task(child) or gathering._cancel_requested:
        return
    for callback, _ in _callbacks_of(gathering) or ():
        task = getattr(callback, "__self__", None)
        if task is not None and _is_task(task):
            own, _ = _suspended_place(_coroutine_of(task))
            location = None if own is None else (own.f_code.co_filename, own.f_lineno)
            _tell("gather-failed", task=_task_number(child), by=_task_number(task), location=location)
            return


# Threads, and work for them

_threads = {}
"""By the identity of a thread: its number."""

_starts = {}
"""By the identity of a ``Thread`` that was started: by whom, and where."""

_is_library_thread = False


def _thread_number(ident):
    number = _threads.get(ident)
    if number is None:
        thread = threading._active.get(ident)
        number = _introduce_thread(ident, thread)
    return number


def _introduce_thread(ident, thread):
    parent, location = _starts.pop(id(thread), (0, None))
    number = _threads[ident] = next(_numbers)
    _introduce(
        number,
        "thread-started",
        started=number,
        name=_text(str(_attribute(thread, "_name") or f"thread {ident}")),
        parent=parent,
        isDaemon=bool(_attribute(thread, "_daemonic")),
        pool=_pool_of(thread),
        location=location,
    )
    return number


def _pool_of(thread):
    if _attribute(thread, "_target") is not concurrent.futures.thread._worker:
        return None
    executor = _attribute(thread, "_args")[0]()
    return None if executor is None else _primitives.numbers.get(id(executor))


def _thread_asked(frame):
    _starts[id(frame.f_locals["self"])] = _actor(), _location_of(frame)


def _thread_begins(frame):
    thread = frame.f_locals["self"]
    ident = get_ident()
    _threads.pop(ident, None)
    _introduce_thread(ident, thread)


def _thread_ends(frame, result):
    ident = get_ident()
    number = _threads.get(ident)
    if number is not None:
        how, detail, location = _thread_failures.pop(ident, ("returned", "", None))
        _tell("thread-ended", how=how, detail=detail, location=location)
        _threads.pop(ident, None)
        _bury(number)


_thread_failures = {}


def _thread_failed(frame):
    """``threading`` has caught what a thread did not."""
    error = sys.exception()
    if error is not None:
        _thread_failures[get_ident()] = "raised", _words_of(error), _origin_of(error)[1]


def _submits(frame, called, future):
    if getattr(called, "__name__", None) != "_WorkItem" or not isinstance(future, _base.Future):
        return
    found = frame.f_locals
    number = next(_numbers)
    _jobs.add(future, number, {"wait": {"job": number}})
    pool = _primitive_number(found["self"], frame)
    _introduce(
        number,
        "job-submitted",
        job=number,
        pool=pool,
        function=_function_name(found["fn"], found["args"]),
        by=_actor(),
        location=_location_of(frame),
    )


def _function_name(function, arguments):
    """What is called in the end; ``to_thread`` has it called in a context."""
    while True:
        kind = type(function)
        if kind is functools.partial:
            function, arguments = function.func, (*function.args, *arguments)
        elif kind is types.MethodType:
            function = function.__func__
        elif kind is _Builtin and function.__name__ == "run" and arguments:
            function, *arguments = arguments
        else:
            is_named = kind in (types.FunctionType, types.BuiltinFunctionType, type)
            return _text((function if is_named else kind).__qualname__)


def _job_goes_on(frame, called, future):
    number = _jobs.numbers.get(id(future))
    if number is None:
        return
    if called is _base.Future.set_running_or_notify_cancel:
        if future._state == _base.PENDING:
            _tell("job-began", job=number)
    elif called is _base.Future.set_result:
        _tell("job-ended", job=number, how="returned")
    elif called is _base.Future.set_exception:
        error = _locals(frame).get("exc")
        if error is not None:
            heard = bool(future._done_callbacks)
            _, location = _origin_of(error)
            _tell("job-failed", job=number, error=_words_of(error), location=location, isHeard=heard)
        _tell("job-ended", job=number, how="raised")


def _job_asked(frame):
    future = frame.f_locals["self"]
    number = _jobs.numbers.get(id(future))
    if number is not None and future._state == _base.FINISHED and future._exception is not None:
        _tell("job-heard", job=number, by=_actor())


def _chained(frame):
    """A future stands for another: asyncio's for that of a job or of a task, or the other way round."""
    found = frame.f_locals
    source, destination = found["source"], found["destination"]
    if _is_task(source):
        number = _task_number(source)
        given = _given.pop(id(destination), None)
        _jobs.add(destination, next(_numbers), {"wait": {"task": number}})
        if given is not None:
            by, location = given
            _tell("coroutine-given", task=number, by=by, location=location, isAsked=False)
        return
    number = _jobs.numbers.get(id(source))
    fact = _jobs.facts.get(number)
    if fact is not None and id(destination) not in _jobs.numbers:
        _jobs.add(destination, next(_numbers), {"wait": fact["wait"]})


_given = {}
"""By the identity of what ``run_coroutine_threadsafe`` returned: who called that, and where."""


def _given_to_loop(frame, future):
    _given[id(future)] = _actor(), _location_of(frame)


def _shielded(frame, outer):
    inner = _locals(frame).get("inner")
    if _is_task(inner) and outer is not inner:
        _jobs.add(outer, next(_numbers), {"wait": {"task": _task_number(inner), "call": "shield"}})


def _put_in_from_outside(ready, number, frame):
    """Another thread has put a handle into a loop. ``call_soon_threadsafe`` wakes it; nothing else does."""
    caller = frame.f_back
    # Since 3.14 it puts them in by itself.
    if any(each is not None and each.f_code is _THREADSAFE for each in (frame, caller)):
        return
    last = ready.times[-1] if ready.times else 0
    if last >= 0 or _clock() + last < 1_000_000:
        return
    names = []
    while caller is not None and not _is_program(caller.f_code.co_filename):
        names.append(_public_name(caller.f_code.co_qualname))
        caller = caller.f_back
    call = next(filter(None, reversed(names)), None)
    _tell(
        "wake-missed",
        by=_actor(),
        target=("loop", ready.number),
        task=number if number > 0 else None,
        callback=-number if number < 0 else None,
        dueNs=None,
        call=re.sub(r"^\w*EventLoop\.", "", call) if call else None,
        location=_location_of(caller),
    )


# Loops


def _loop_made(frame, result):
    _watch_loop(frame.f_locals["self"])


def _loop_turns(frame):
    """``_set_coroutine_origin_tracking`` is what a loop calls when it begins to run, and when it ends."""
    loop = frame.f_locals["self"]
    ready = _watch_loop(loop)
    if ready is None:
        return
    ident = get_ident()
    if ready.ident is None:
        if frame.f_back.f_code.co_name not in ("run_forever", "_run_forever_setup"):
            return
        ready.outer, ready.ident = _running.get(ident), ident
        _running[ident] = ready
        _tell("loop-began", runs=ready.number)
    elif loop._thread_id is None:
        last, ready.last = ready.last, None
        now = _clock()
        if last is not None:
            _step_ended(ready, last, now)
        ready.stamp(-now)
        _tell("loop-ended")
        if ready.outer is None:
            _running.pop(ident, None)
        else:
            _running[ident] = ready.outer
        ready.ident = ready.outer = None


def _begins_to_serve(frame, result):
    for sock in frame.f_locals["self"]._sockets or ():
        if _servers.get(sock) is None:
            number = next(_numbers)
            _servers.add(sock, number, None)
            location = _location_of(frame)
            _introduce(number, "server-listening", server=number, address=_address_of(sock), by=_actor(), location=location)


def _address_of(sock):
    address = sock.getsockname()
    if type(address) is tuple:
        host, port = address[:2]
        return _text(f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
    return _text(address if type(address) is str else repr(address))


def _ends_to_serve(frame):
    for sock in frame.f_locals["self"]._sockets or ():
        number = _servers.numbers.get(id(sock))
        if number is not None:
            _tell("server-closed", server=number)
            _bury(number)


def _for_clients(frame):
    found = (_servers.get(sock) for sock in _locals(frame)["self"]._sockets or ())
    return {"server": next((number for number in found if number is not None), None)}


def _stop_asked(frame):
    ready = _ready_of(frame.f_locals["self"])
    outer = frame.f_back
    if ready is not None and _is_program(outer.f_code.co_filename):
        _tell("loop-stop-asked", target=("loop", ready.number), by=_actor(), location=_location_of(frame))


def _factory_set(frame):
    """From now on tasks may begin, and end, inside of ``create_task``."""
    if not _on_return.get(id(base_events.BaseEventLoop.create_task.__code__)):
        _when_returns(base_events.BaseEventLoop.create_task, _task_returned)
        code, wanted = _wanted[id(base_events.BaseEventLoop.create_task.__code__)]
        _monitoring.set_local_events(_tool, code, wanted)


def _task_returned(frame, task):
    if not _is_task(task) or not _is_done(task):
        if _is_task(task) and id(task) not in _tasks.numbers:
            number = _introduce_task(task, frame)
            _tell("step-began", task=number)
            code, at, wait = _wait_of(task, number)
            _tell("step-ended", task=number, waitsOn=(code, at, wait))
        return
    number = _tasks.numbers.get(id(task))
    if number is None:
        number = _introduce_task(task, frame)
        record = _introductions[number]
        record[5]["coroutine"] = _text(_coroutine_name(_locals(frame)["coro"]))
        code = getattr(_locals(frame)["coro"], "cr_code", None)
        record[5]["isLibrary"] = code is not None and not _is_program(code.co_filename)
    how, detail, location, origin = _end_of(task, number)
    _tell("step-began", task=number)
    _tell("step-ended", task=number, waitsOn=None)
    _tell("task-finished", task=number, how=how, detail=detail, location=location, origin=origin)


# The watchdog: who holds a loop, and where


class _Watchdog:
    """Looks at the running steps from a thread of its own, which ``threading`` does not list."""

    def __init__(self):
        self._lock = threading.Lock()
        self._is_wanted = False
        self._is_over = threading.Event()

    def start(self):
        self._is_wanted = True
        self._is_over.clear()
        start_new_thread(self._run, ())

    def stop(self):
        if self._is_wanted:
            self._is_wanted = False
            self._is_over.wait(1)

    def _run(self):
        seen = {}
        try:
            while self._is_wanted:
                time.sleep(_LOOKS_EVERY)
                if _state.enabled:
                    try:
                        for ident, ready in list(_running.items()):
                            self._look(ident, ready, seen)
                    except Exception as error:
                        _failed(error)
        finally:
            self._is_over.set()

    def _look(self, ident, ready, seen):
        since = ready.times[-1] if ready.times else -1
        processor_ns = _processor_ns(ident)
        before = seen.get(ident)
        if before is None or before[0] != since:
            seen[ident] = since, _clock(), processor_ns
            return
        now = _clock()
        if since < 0 or now - since < _HELD_NS:
            return
        frame = sys._current_frames().get(ident)
        if frame is None:
            return
        _, looked_ns, processor_before = before
        is_idle = None
        if processor_ns is not None and processor_before is not None and now > looked_ns:
            is_idle = (processor_ns - processor_before) * 5 < now - looked_ns
        seen[ident] = since, now, processor_ns
        own, call = _held_at(frame)
        if own is None:
            return
        place = own.f_code, own.f_lasti
        del frame, own
        if ready.times and ready.times[-1] == since:
            _emit((now, _HELD, ready.number, ident, since, place[0], place[1], (call, is_idle)))


def _processor_ns(ident):
    """How much of a processor a thread has used; None where the system does not say."""
    try:
        return time.clock_gettime_ns(time.pthread_getcpuclockid(ident))
    except (AttributeError, OSError):
        return None


def _held_at(frame):
    """The program's innermost frame, and what it calls: by its source, else by the library's frames."""
    library = []
    while frame is not None and not _is_program(frame.f_code.co_filename):
        if frame.f_code is _TURN:
            return None, None
        library.append(frame)
        frame = frame.f_back
    if frame is None:
        return None, None
    call = None
    for each in reversed(library):
        call = _public_name(each.f_code.co_qualname)
        if call:
            module = each.f_globals.get("__name__")
            if "." not in call and type(module) is str:
                call = f"{module}.{call}"
            break
    return frame, _text(call) if call else _called_at(frame)


def _called_at(frame):
    """The name of the function written in C that a frame calls; None where it calls none."""
    positions = next(itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2, None), None)
    if positions is None or None in positions:
        return None
    line, end_line, column, end_column = positions
    words = linecache.getline(frame.f_code.co_filename, line).encode()
    words = words[column : end_column if line == end_line else None].decode("utf-8", "replace")
    match = re.match(r"(?:await\s+)?([A-Za-z_][\w.]*)\s*\(", words)
    if match is None:
        return None
    first, *rest = match[1].split(".")
    found = _locals(frame).get(first, frame.f_globals.get(first, vars(builtins).get(first)))
    for name in rest:
        if type(found) is not types.ModuleType:
            return _text(match[1])
        found = vars(found).get(name)
    if type(found) is types.BuiltinFunctionType:
        module = found.__module__
        return _text(f"{module}.{found.__name__}" if module and module != "builtins" else found.__name__)
    return _text(match[1])


_watchdog = _Watchdog()


# What is to be watched


def _choose_hooks():
    for function, hook in {
        locks.Lock.acquire: _acquired,
        locks.Lock.release: _released,
        locks.Semaphore.acquire: _acquired,
        locks.Semaphore.release: _released,
        locks.Event.set: _event_touched,
        locks.Event.clear: _event_touched,
        locks.Condition.__init__: _condition_made,
        locks.Barrier.wait: _touched,
        locks.Barrier._block: _touched,
        queues.Queue.put_nowait: _touched,
        queues.Queue.get_nowait: _touched,
        queues.Queue.task_done: _touched,
        queue.Queue.put: _thread_queue_touched,
        queue.Queue.get: _thread_queue_touched,
        timeouts.Timeout.__aenter__: _limit_entered,
        timeouts.Timeout.reschedule: _limit_moved,
        _Gathering.cancel: _gather_has_handed_on,
        base_events.BaseEventLoop.__init__: _loop_made,
        base_events.BaseEventLoop.call_at: _timer_set,
        base_events.Server._start_serving: _begins_to_serve,
        tasks.run_coroutine_threadsafe: _given_to_loop,
        tasks.shield: _shielded,
        threading.Thread._bootstrap_inner: _thread_ends,
    }.items():
        _when_returns(function, hook)
    for function, hook in {
        timeouts.Timeout.__aexit__: _limit_left,
        base_events.BaseEventLoop.call_exception_handler: _handler_called,
        base_events.BaseEventLoop._set_coroutine_origin_tracking: _loop_turns,
        base_events.BaseEventLoop.set_task_factory: _factory_set,
        base_events.BaseEventLoop.stop: _stop_asked,
        base_events.Server.close: _ends_to_serve,
        events.Handle.cancel: _handle_cancelled,
        futures._chain_future: _chained,
        _base.Future.result: _job_asked,
        _base.Future.exception: _job_asked,
        threading.Thread.start: _thread_asked,
        threading.Thread._bootstrap_inner: _thread_begins,
    }.items():
        _when_begins(function, hook)
    for kind in (locks.Lock, locks.Event, locks.Condition, locks.Semaphore, locks.Barrier, queues.Queue, queue.Queue):
        _when_begins(kind.__init__, _primitive_made)
    warner = _warner()
    if warner is not None:
        _when_begins(warner, _never_awaited)
    failed = getattr(threading, "_make_invoke_excepthook", None)
    inner = failed and next((c for c in failed.__code__.co_consts if type(c) is types.CodeType), None)
    if inner is not None:
        _when_begins(inner, _thread_failed)
    _when_calls(concurrent.futures.thread.ThreadPoolExecutor.submit, _submits)
    _when_calls(concurrent.futures.thread._WorkItem.run, _job_goes_on)
    _when_calls(runners.Runner.run, _runner_runs)
    when_done = (c for c in tasks.gather.__code__.co_consts if type(c) is types.CodeType)
    inner = next((c for c in when_done if c.co_name == "_done_callback"), None)
    if inner is not None:
        _when_calls(inner, _gather_ends)
    causes = {id(function.__code__): cause for function, cause in _functions_named(_CAUSES)}
    asyncio_modules = [module for name, module in list(sys.modules.items()) if name.startswith("asyncio.")]
    for module in asyncio_modules:
        for code in _codes_that_cancel(module):
            if code is not runners.Runner.run.__code__:
                cause = causes.get(id(code), lambda frame: {"reason": "library"})
                _when_calls(code, _asked_by(cause))
    _on(_on_start, _monitoring.events.PY_START, _TURN, None)
    explained = {
        tasks.sleep: _for_sleep,
        tasks._wait: _for_several,
        base_events.Server.serve_forever: _for_clients,
        taskgroups.TaskGroup.__aexit__: _for_members,
    }
    iterator = getattr(tasks, "_AsCompletedIterator", None)
    if iterator is not None:
        explained[iterator._wait_for_one] = _for_next_of_several
        _CALLS[id(iterator._wait_for_one.__code__)] = "as_completed"
    for function, explain in explained.items():
        _EXPLANATIONS[id(function.__code__)] = explain
    for method in (
        *(locks.Lock.acquire, locks.Semaphore.acquire, locks.Event.wait, locks.Barrier.wait),
        *(locks.Condition.wait, locks.Condition.wait_for),
        *(queues.Queue.get, queues.Queue.put, queues.Queue.join),
    ):
        _WAITING.add(id(method.__code__))
    for method in vars(asyncio.StreamReader).values():
        if type(method) is types.FunctionType:
            _PLAIN_WAITS.add(id(method.__code__))
    _SPECIAL.update(_WAITING, _EXPLANATIONS, _CALLS, {id(_WAIT_FOR)})


def _warner():
    """What CPython calls for a coroutine that was never awaited."""
    for name in ("_py_warnings", "warnings"):
        module = sys.modules.get(name)
        found = getattr(module, "_warn_unawaited_coroutine", None)
        if found is not None:
            return found
    return None


# Starting and stopping


def start(*, last_seconds=60.0, shows_values=False, main_file=None):
    """Begin to record. Does nothing where recording has begun."""
    global _Step, _Awaiting, _END
    if _state.enabled:
        return
    if sys.version_info < (3, 12) or sys.implementation.name != "cpython":
        raise RuntimeError("loopscope_record needs CPython 3.12 or later")
    _state.pid = os.getpid()
    _state.began_ns = _clock()
    _state.last_ns = int(last_seconds * 1e9)
    _state.shows_values = shows_values
    main = sys.modules.get("__main__")
    _state.main_file = main_file or getattr(main, "__file__", None) or "<unknown>"
    _state.errors, _state.first_error = 0, None
    _log.clear()
    _Step, _END = _types_inside()
    _Awaiting = type(_END)
    _threads.clear()
    _threads[threading.main_thread().ident] = 0
    if not _wanted:
        _choose_hooks()
        os.register_at_fork(before=_before_fork, after_in_parent=_after_fork, after_in_child=_in_child)
    _state.enabled = True
    _start_monitoring()
    _take_up_what_runs()
    _watchdog.start()


def stop():
    """End recording; what was recorded stays there to be written."""
    if not _state.enabled:
        return
    _state.enabled = False
    _watchdog.stop()
    _stop_monitoring()
    for reference in _loops:
        loop = reference()
        if loop is not None:
            _unwatch_loop(loop)
    _running.clear()


def _take_up_what_runs():
    """Loops that are there already, and those of their tasks that are not done."""
    for loop in [each for each in gc.get_objects() if isinstance(each, base_events.BaseEventLoop)]:
        if loop.is_closed():
            continue
        ready = _watch_loop(loop)
        if ready is None or loop._thread_id is None:
            continue
        ready.ident = loop._thread_id
        _running[ready.ident] = ready
        _emit((_clock(), _EVENT, 0, ready.ident, "loop-began", {"runs": ready.number}, 0, None))
        ready.stamp(-_clock())
        with contextlib.suppress(RuntimeError):
            for task in tasks.all_tasks(loop):
                _take_up_task(task, ready)


def _take_up_task(task, ready):
    number = _tasks.numbers.get(id(task)) or _introduce_task(task, None)
    _introductions[number][5]["parent"] = 0
    if _waiter_of(task) is not None:
        code, at, wait = _wait_of(task, number)
        _emit((_clock(), _EVENT, 0, ready.ident, "step-ended", {"task": number, "waitsOn": (code, at, wait)}, 0, None))


def _before_fork():
    """A program that forks is warned of threads; ours is none of its own."""
    if _state.enabled:
        _watchdog.stop()


def _after_fork():
    if _state.enabled:
        _watchdog.start()


def _in_child():
    """A forked child is not recorded."""
    _watchdog._is_wanted = False
    if _state.enabled:
        stop()
        _forget()
    _state.pid = None


@contextlib.contextmanager
def recording(out="loopscope-trace.json", *, last_seconds=60.0, shows_values=False):
    """Record what happens in the block, and write it at its end."""
    start(last_seconds=last_seconds, shows_values=shows_values)
    try:
        yield
    except BaseException as error:
        _finish(out, _outcome_of(error))
        raise
    _finish(out, {"kind": "exited", "status": 0, "error": None})


def _finish(out, outcome):
    """Stop and write, once."""
    if _state.enabled and _state.pid == os.getpid():
        stop()
        write(out, outcome)
        _forget()


def _forget():
    """What was recorded, and what was known of the program's objects."""
    for known in (_tasks, _primitives, _jobs, _limits, _servers):
        known.forget()
    for kept in (_log, _introductions, _graves, _times, _loops, _made, _timers, _asked, _names_at):
        kept.clear()


def _outcome_of(error):
    if isinstance(error, SystemExit):
        code = error.code
        status = code if type(code) is int else 0 if code is None else 1
        return {"kind": "exited", "status": max(-1_000, min(status & 0xFFFFFFFF if status >= 0 else status, 2**32 - 1)), "error": None}
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    message = _words_of(error).partition(": ")[2]
    location = _origin_of(error)[1]
    status = -int(signal.SIGINT) if isinstance(error, KeyboardInterrupt) else 1
    return {"kind": "exited", "status": status, "error": {"type": name, "message": message, "location": location}}


def snapshot(out, outcome=None):
    """Write what was recorded so far, and go on."""
    write(out, outcome or _outcome_so_far())


def _outcome_so_far():
    """It still runs; unless nothing can ever happen any more, of what can be seen from here."""
    loops = [loop for reference in _loops if (loop := reference()) is not None and loop.is_running()]
    others = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
    could_come = {_what_could_come(loop) for loop in loops}
    if not loops or others or "anything" in could_come:
        return {"kind": "running"}
    return {"kind": "serving" if "clients" in could_come else "deadlocked"}


def _what_could_come(loop):
    """What a loop that is idle could still hear of: it has its own pipe, and perhaps more."""
    own = getattr(loop, "_ssock", None)
    own = None if own is None else own.fileno()
    pending = [handle for handle in loop._ready if not handle._cancelled]
    timers = [timer for timer in loop._scheduled if not timer._cancelled]
    keys = [key for key in loop._selector.get_map().values() if key.fd != own]
    listening = {sock.fileno() for _, sock in _servers.alive()}
    has_others = any(key.fd not in listening for key in keys)
    if pending or timers or has_others or getattr(loop, "_signal_handlers", None):
        return "anything"
    return "clients" if keys else "nothing"


# Writing

_FAMILIES = {
    **dict.fromkeys(("task", "by", "because", "parent", "started", "origin", "holder"), "agent"),
    **dict.fromkeys(("primitive", "pool", "future"), "primitive"),
    **{name: name for name in ("callback", "limit", "job", "server")},
    **dict.fromkeys(("runs", "target"), "loop"),
}
"""Of the fields that hold a number, which row it is of."""

_INTRODUCES = {
    "task-created": "task",
    "thread-started": "started",
    "loop-began": "runs",
    "primitive-seen": "primitive",
    "callback-scheduled": "callback",
    "limit-set": "limit",
    "job-submitted": "job",
    "server-listening": "server",
}

_NOTHING_KNOWN = dict.fromkeys(
    (
        *("location", "call", "task", "tasks", "primitive", "untilNs", "job", "channel", "server"),
        *("process", "joins", "coroutine", "runsIn"),
    )
)
"""``WAIT_FIELDS`` in ``src/trace/waits.ts``."""


_UNKNOWN = (None, 0, ())
"""A wait of which nothing is known."""


class _Missing(Exception):
    """An event is about something that is not known any more."""


def write(out, outcome):
    """Write the trace into a file, whole or not at all."""
    try:
        # To collect what the program has left lying about is not ours.
        collects = gc.isenabled()
        gc.disable()
        try:
            words = json.dumps(trace_of(outcome), ensure_ascii=False, separators=(",", ":"))
        finally:
            if collects:
                gc.enable()
        beside = f"{out}.{os.getpid()}.part"
        with open(beside, "w", encoding="utf-8", errors="replace") as file:
            file.write(words)
            file.write("\n")
        os.replace(beside, out)
    except Exception as error:
        _failed(error)
    if _state.first_error is not None:
        print(f"loopscope_record: {_state.errors} errors of its own, the first: {_state.first_error}", file=sys.__stderr__)
        _state.first_error = None


def trace_of(outcome):
    """The trace of what was recorded, as an object for JSON."""
    return _Writer().trace(outcome)


class _Writer:
    """Puts records in order and makes events of them, with numbers that count from the beginning."""

    def __init__(self):
        self.events = []
        self._numbers = collections.defaultdict(dict)
        self._numbers["agent"][0] = 0
        self._files = {}
        self._of_thread = {threading.main_thread().ident: 0}
        self._loop_of = {}
        self._loops_of = collections.defaultdict(list)
        self._ident_of = {}
        self._queues = collections.defaultdict(collections.deque)
        self._skipped = collections.Counter()
        self._early = collections.Counter()
        self._current = {}
        self._waits = {}
        self._ends = {}
        self._held = collections.defaultdict(list)
        self._computing = {}
        self._over = set()
        self._gone = set()
        self._states = {}
        self._is_open = False
        self._begun = set()
        self._first_ns = 0
        """When the first of the records was made."""
        self._from_ns = 0
        self._now = 0

    def trace(self, outcome):
        end_ns = _clock()
        log = list(_log)
        rows = [tuple(log[at : at + _WIDTH]) for at in range(0, len(log), _WIDTH)]
        queues = {ready.number: (list(ready.times), len(ready) - ready.others) for ready in _queues_alive()}
        queues |= {number: (list(times), 0) for number, times in _times.items() if number not in queues}
        self._first_ns = rows[0][0] if rows else 0
        is_whole = len(log) < _WIDTH * _MOST_RECORDS
        self._from_ns = max(_state.began_ns, end_ns - _state.last_ns)
        if not is_whole:
            self._from_ns = max(self._from_ns, rows[0][0])
            self._align(rows, queues)
        times = []
        for number, (stamps, _) in queues.items():
            if len(stamps) == _MOST_RECORDS:
                self._from_ns = max(self._from_ns, abs(stamps[0]))
            times += [(abs(stamp), None, number, stamp) for stamp in stamps]
        for row in rows:
            if row[1] == _HELD:
                self._held[row[2], row[4]].append(row)
        merged = sorted([*rows, *times], key=lambda row: row[0])
        if self._from_ns <= _state.began_ns:
            self._is_open = True
        for row in merged:
            if not self._is_open and row[0] >= self._from_ns:
                self._open()
            self._now = row[0]
            try:
                self._take(row)
            except _Missing:
                pass
            if len(self.events) > _MOST_EVENTS:
                break
        self._now = max(end_ns, self._now)
        if not self._is_open:
            self._open()
        for loop in list(self._current):
            if outcome["kind"] == "exited":
                self._end_step(loop)
        outcome = self._outcome(outcome)
        self._add_sources()
        return {
            "version": VERSION,
            "origin": ORIGIN,
            "clock": "real",
            "program": {"name": _state.main_file, "source": _source_of(_state.main_file), "seed": None},
            "events": self.events,
            "outcome": outcome,
            "endedNs": self._at(),
        }

    def _align(self, rows, queues):
        """Of what is known to have come out of a queue, how much went in before the first record."""
        put_in, dropped = collections.Counter(), collections.Counter()
        for row in rows:
            if row[1] == _READY:
                put_in[row[2]] += 1 + (row[6] if row[5] is None and row[7] is None else 0)
            elif row[1] == _OTHERS:
                put_in[row[2]] += row[4]
            elif row[1] == _EVENT and row[4] == "out-of-step":
                dropped[row[2]] += row[5]["dropped"]
        for number, (stamps, left) in queues.items():
            out = sum(stamp >= 0 for stamp in stamps)
            before = left + out + dropped[number] - put_in[number]
            self._queues[number].extend([0] * max(0, before))
            self._skipped[number] = max(0, -before)

    # Records

    def _take(self, row):
        kind = row[1]
        if kind is None:
            self._turn(row[2], row[3])
        elif kind == _READY:
            self._ready(row)
        elif kind == _OTHERS:
            self._put_in_others(row[2], row[4])
        elif kind == _WAITS:
            self._waits[row[4]] = row[5], row[6], _fields_of(row[7])
        elif kind == _FINISHED:
            self._ends[row[4]] = row
        elif kind == _EVENT:
            self._event(row)
        elif kind == _HELD:
            self._hold(row)

    def _turn(self, loop, stamp):
        self._end_step(loop)
        if stamp < 0:
            return
        waiting = self._queues[loop]
        if waiting:
            number = waiting.popleft()
        else:
            # One of the library's, of which the next record says that it went in.
            number = 0
            self._early[loop] += 1
        ident = self._ident_of.get(loop)
        if -number in self._gone and number:
            return
        if number == 0 and (loop, stamp) not in self._held:
            return
        self._current[loop] = number
        if number == 0:
            pass
        elif number > 0:
            self._begun.add(number)
            self._tell("step-began", ident, task=number)
        else:
            self._tell("callback-began", ident, callback=-number)
        self._tell_holding(loop, number, stamp)

    def _tell_holding(self, loop, number, began):
        """A step that held its loop from one place only is told of where it begins."""
        samples = self._held.get((loop, began))
        if samples is None:
            return
        ident = self._ident_of.get(loop)
        by = number if number > 0 else self._of_thread.get(ident, 0)
        places = {(row[5], row[6]) for row in samples}
        code, at = samples[-1][5], samples[-1][6]
        call, is_idle = samples[-1][7]
        is_blocked = call is not None and is_idle is not False
        if len(places) == 1 and is_blocked:
            self._current[loop] = number, True
            self._tell("blocking-began", ident, by=by, waitsOn=(code, at, (("call", call),)))
        else:
            self._computing[loop] = by, began

    def _hold(self, row):
        """The step still has the loop, and is at another place each time."""
        _, _, loop, ident, began, code, at, _ = row
        by, since = self._computing.get(loop, (0, None))
        if since == began:
            line = _line_of(code, at)
            location = None if line is None else (code.co_filename, line)
            self._tell("computing", ident, by=by, fromNs=began, location=location)

    def _end_step(self, loop):
        self._computing.pop(loop, None)
        number = self._current.pop(loop, None)
        if number is None:
            return
        ident = self._ident_of.get(loop)
        if type(number) is tuple:
            number = number[0]
            by = number if number > 0 else self._of_thread.get(ident, 0)
            self._tell("blocking-ended", ident, by=by)
        if number == 0:
            return
        if number < 0:
            self._tell("callback-ended", ident, callback=-number)
            return
        end = self._ends.pop(number, None)
        if end is None:
            self._tell("step-ended", ident, task=number, waitsOn=self._waits.get(number, (None, 0, ())))
            return
        self._tell("step-ended", ident, task=number, waitsOn=None)
        location, origin = end[7]
        self._over.add(number)
        self._tell("task-finished", ident, task=number, how=end[5], detail=end[6], location=location, origin=origin)

    def _ready(self, row):
        _, _, loop, ident, number, code, at, beyond = row
        if code is None and beyond is None:
            self._put_in_others(loop, at)
        if self._skipped[loop]:
            self._skipped[loop] -= 1
            return
        self._queues[loop].append(number)
        if number <= 0:
            return
        running = self._running_on(ident)
        if running == number and (code is not None or beyond is not None):
            self._waits[number] = code, at, _fields_of(beyond)
        if ident == self._ident_of.get(loop):
            by = running if running and running > 0 else None
        else:
            by = self._actor_on(ident)
        self._tell("task-ready", ident, task=number, by=by)

    def _put_in_others(self, loop, count):
        """So many handles of the library's went in before; those that came out already are no more there."""
        gone = min(count, self._skipped[loop])
        self._skipped[loop] -= gone
        count -= gone
        gone = min(count, self._early[loop])
        self._early[loop] -= gone
        self._queues[loop].extend([0] * (count - gone))

    def _event(self, row):
        _, _, loop, ident, kind, fields, _, _ = row
        if kind == "out-of-step":
            self._queues[loop].clear()
            self._early[loop] = 0
            return
        if kind == "loop-began":
            number = fields["runs"]
            self._tell(kind, ident, **fields)
            self._loops_of[ident].append(number)
            self._ident_of[number] = ident
            return
        if kind == "callback-cancelled":
            self._gone.add(fields["callback"])
        elif kind == "primitive-changed":
            fields = dict(zip(("primitive", "by", "state"), fields, strict=True))
            self._states[fields["primitive"]] = fields["state"]
        elif kind == "thread-started":
            self._start_thread(ident, fields)
            return
        self._tell(kind, ident, **fields)
        if kind == "loop-ended" and self._loops_of[ident]:
            self._ident_of.pop(self._loops_of[ident].pop(), None)
        elif kind == "task-finished":
            self._over.add(fields["task"])
        elif kind == "thread-ended":
            self._over.add(self._of_thread.pop(ident, None))
        elif kind in ("job-began", "job-ended") and self._is_worker(ident):
            number = self._of_thread[ident]
            self._rest(ident, number, kind == "job-ended")

    def _start_thread(self, ident, fields):
        number = fields["started"]
        self._of_thread.setdefault(ident, 0)
        self._of_thread.pop(ident)
        parent = fields["parent"]
        self._tell("thread-started", None, **fields)
        self._of_thread[ident] = number
        if fields["pool"] is not None:
            self._rest(ident, number, True)

    def _is_worker(self, ident):
        record = _introductions.get(self._of_thread.get(ident))
        return record is not None and record[4] == "thread-started" and record[5]["pool"] is not None

    def _rest(self, ident, number, is_resting):
        """A worker of a pool stands still between its jobs."""
        if is_resting:
            self._tell("parked", ident, agent=number, waitsOn=(None, 0, ()))
        else:
            self._tell("resumed", ident, agent=number)

    def _running_on(self, ident):
        """The task, or the callback as a negative number, that the loop of a thread runs."""
        loops = self._loops_of.get(ident)
        number = self._current.get(loops[-1]) if loops else None
        return number[0] if type(number) is tuple else number

    def _actor_on(self, ident):
        running = self._running_on(ident)
        return running if running and running > 0 else self._of_thread.get(ident, 0)

    # Events

    def _open(self):
        """The trace begins here: what there is by now is introduced."""
        self._is_open = True
        self._now = self._from_ns
        dead = {number for when, number in list(_graves) if when < self._from_ns} | self._over
        for number, row in sorted(list(_introductions.items())):
            if row[0] >= self._from_ns or number in dead:
                continue
            with contextlib.suppress(_Missing):
                self._reintroduce(number, row)
        for ident, loops in self._loops_of.items():
            for loop in loops:
                self._tell("loop-began", ident, runs=loop)
        for number, waits, is_ready in list(self._standing()):
            with contextlib.suppress(_Missing):
                self._tell("step-ended", None, task=number, waitsOn=waits)
                if is_ready:
                    self._tell("task-ready", None, task=number, by=None)

    def _reintroduce(self, number, row):
        fields = dict(row[5])
        if number in self._states:
            fields["state"] = self._states[number]
        if fields.get("parent", _HERE) != _HERE and fields["parent"] not in self._numbers["agent"]:
            fields["parent"] = 0
        if row[4] == "thread-started":
            self._tell(row[4], None, **fields)
            if fields["pool"] is not None:
                self._rest(None, number, True)
        else:
            self._tell(row[4], None, **fields)

    def _standing(self):
        """Tasks that had begun before: what each waits for, as far as that is known; whether it is ready."""
        queued = {number for waiting in self._queues.values() for number in waiting}
        running = {number[0] if type(number) is tuple else number for number in self._current.values()}
        for number in list(self._numbers["agent"]):
            row = _introductions.get(number)
            is_task = row is not None and row[4] == "task-created"
            has_begun = number in self._begun or row is not None and row[0] < self._first_ns
            if not is_task or not has_begun or number in running:
                continue
            if number in queued:
                yield number, _UNKNOWN, True
            elif number in self._waits:
                yield number, self._waits[number], False
            else:
                task = _tasks.thing(number)
                waits = task is not None and not _is_done(task) and _waiter_of(task) is not None
                yield number, _wait_of(task, number) if waits else _UNKNOWN, False

    def _at(self):
        return max(0, min(_LATEST_NS, self._now - self._from_ns))

    def _tell(self, kind, ident, /, **fields):
        loops = self._loops_of.get(ident)
        loop = loops[-1] if loops else None
        if not self._is_open:
            return
        event = {
            "kind": kind,
            "atNs": self._at(),
            "thread": self._numbers["agent"].get(self._of_thread.get(ident, 0), 0),
            "loop": self._numbers["loop"].get(loop),
        }
        introduces = _INTRODUCES.get(kind)
        for name, value in fields.items():
            if name != introduces:
                event[name] = self._value(name, value, ident)
        if introduces is not None:
            row = self._numbers[_FAMILIES[introduces]]
            number = fields[introduces]
            if number in row and kind != "loop-began":
                return
            first = 0 if _FAMILIES[introduces] == "agent" else 1
            event[introduces] = row.setdefault(number, len(row) + first)
        self.events.append(event)

    def _value(self, name, value, ident):
        if value is None:
            return None
        if name in ("location", "defined"):
            return self._location(*value)
        if name == "waitsOn":
            return self._wait(value, ident)
        if name.endswith("Ns") and name != "atNs":
            return max(0, min(_LATEST_NS, value - self._from_ns))
        if name == "state" and type(value) is dict:
            return self._state(value)
        if name in ("tasks", "holders"):
            row = self._numbers["agent"]
            return [row[number] for number in value if number in row][:_MOST_LISTED]
        if name == "target":
            value = value[1]
        if name in ("agent", *_FAMILIES):
            return self._number("agent" if name == "agent" else _FAMILIES[name], name, value, ident)
        return value

    def _number(self, family, name, value, ident):
        if value == _HERE:
            value = self._actor_on(ident)
        row = self._numbers[family]
        if value not in row and value in _introductions:
            # It was there before, or is told of an instant later.
            self._reintroduce(value, _introductions[value])
        if value in row:
            return row[value]
        if name in ("by", "parent"):
            return 0
        if name in ("because", "origin", "pool", "holder", "future"):
            return None
        raise _Missing

    def _state(self, state):
        found = {}
        for name, value in state.items():
            if name in ("holder", "holders"):
                found[name] = self._value(name, value, None)
            else:
                found[name] = value
        return found

    def _wait(self, value, ident):
        code, at, fields = value
        line = None if code is None else _line_of(code, at)
        found = dict(_NOTHING_KNOWN)
        found["location"] = None if line is None else self._location(code.co_filename, line)
        for name, each in fields:
            with contextlib.suppress(_Missing):
                found[name] = self._value(name, each, ident)
        return found

    def _location(self, name, line):
        if line is None or not 1 <= line < 2**20:
            return None
        number = 0 if name == _state.main_file else self._files.get(name)
        if number is None:
            if len(self._files) >= 900:
                return None
            number = self._files[name] = len(self._files) + 1
            self.events.append({
                "kind": "file-seen",
                "atNs": self._at(),
                "thread": 0,
                "loop": None,
                "file": number,
                "name": _text(name),
                "source": None,
            })
        return {"file": number, "line": line}

    def _add_sources(self):
        for event in self.events:
            if event["kind"] == "file-seen":
                event["source"] = _source_of(event["name"])

    def _outcome(self, outcome):
        error = outcome.get("error")
        if error is None or error["location"] is None:
            return outcome
        return {**outcome, "error": {**error, "location": self._location(*error["location"])}}


def _fields_of(wait):
    """Of a wait: what it has, or what follows from the library's code that the program awaits."""
    if wait is None or type(wait) is tuple:
        return wait or ()
    return (("call", _call_among([wait])),)


def _queues_alive():
    found = (reference() for reference in list(_loops))
    return [ready for loop in found if loop is not None and (ready := _ready_of(loop)) is not None]


_times = {}
"""By the number of a loop: when its steps began."""

_lines = {}


def _line_of(code, at):
    key = id(code), at
    if key not in _lines:
        _lines[key] = next((line for start, end, line in code.co_lines() if start <= at < end), None)
    return _lines[key]


def _source_of(name):
    """The text of a file of the program's; None where it can't be had."""
    try:
        with io.open_code(os.path.abspath(name)) as file:
            from importlib.util import decode_source

            words = decode_source(file.read(4_000_000))
    except (OSError, SyntaxError, UnicodeError, ValueError):
        return None
    return words


# The command line

_USAGE = """usage: loopscope_record.py [--out FILE] [--last SECONDS] [--values] [--output] app.py [ARGUMENT...]
       loopscope_record.py [OPTION...] -m MODULE [ARGUMENT...]
       loopscope_record.py --attach PID [--seconds SECONDS] [--out FILE]

Runs a program and records what its event loops, tasks and threads do.
  --out FILE        where the trace goes (default: loopscope-trace.json)
  --last SECONDS    how much is kept: the last so many seconds (default: 60)
  --values          keep short values of arguments and results, too
  --output          keep what the program prints, too
  --attach PID      record a process that runs, by CPython 3.14's sys.remote_exec
  --seconds SECONDS for how long to record it (default: 10)

The trace is written when the program ends, and whenever it gets SIGUSR1.
"""


class _Usage(Exception):
    pass


def main(arguments):
    """@returns the exit status where no program was run."""
    try:
        options, rest = _parse(arguments)
    except _Usage as problem:
        print(f"loopscope_record: {problem}\n\n{_USAGE}", file=sys.stderr, end="")
        return 64
    if options["attach"] is not None:
        return _attach(options)
    return _run(options, rest)


def _parse(arguments):
    options = {"out": "loopscope-trace.json", "last": "60", "seconds": "10", "attach": None, "module": None}
    flags = {"values": False, "output": False}
    rest = list(arguments)
    while rest and rest[0].startswith("-"):
        word = rest.pop(0)
        name, has_value, value = word[2:].partition("=")
        if word in ("-h", "--help"):
            print(_USAGE, end="")
            raise SystemExit(0)
        if word == "-m":
            name, has_value, value = "module", False, ""
        if name in flags and not has_value:
            flags[name] = True
        elif name in options:
            if not has_value and not rest:
                raise _Usage(f"expected something after {word}")
            options[name] = value if has_value else rest.pop(0)
            if name == "module":
                break
        else:
            raise _Usage(f"unknown option {word}")
    for name in ("last", "seconds"):
        try:
            options[name] = float(options[name])
        except ValueError:
            raise _Usage(f"expected seconds after --{name}, found {options[name]}") from None
        if not 0 < options[name] < 1e7:
            raise _Usage(f"expected seconds above 0 after --{name}")
    if options["attach"] is None and options["module"] is None and not rest:
        raise _Usage("expected a program")
    return {**options, **flags}, rest


def _run(options, rest):
    """Run a program as ``python`` would, and write the trace at its end."""
    out = os.path.abspath(options["out"])
    own = sys.modules["__main__"]
    sys.modules[ORIGIN] = own
    program = types.ModuleType("__main__")
    program.__builtins__ = builtins
    sys.modules["__main__"] = program
    if options["module"] is None:
        # As ``python`` has it: not normalized.
        path, sys.argv[:] = os.path.join(os.getcwd(), rest[0]), rest
        try:
            with io.open_code(path) as file:
                source = file.read()
        except OSError as error:
            print(f"{sys.executable}: can't open file {path!r}: [Errno {error.errno}] {error.strerror}", file=sys.stderr)
            return 2
        _put_on_path(os.path.dirname(os.path.realpath(path)))
        sys.orig_argv[:] = [sys.executable, *rest]
        program.__file__ = path
        program.__loader__ = _loader_of(path)
        program.__spec__ = None
        if sys.version_info < (3, 15):
            program.__cached__ = None
        if sys.version_info < (3, 14):
            program.__annotations__ = {}
        main_file = path
    else:
        _put_on_path(os.getcwd())
        sys.argv[:] = [options["module"], *rest]
        main_file = None
    start(last_seconds=options["last"], shows_values=options["values"], main_file=main_file)
    if options["output"]:
        _watch_output()
    ending = _Ending(out)
    atexit.register(ending.write)
    _write_on_signal(out)
    try:
        if main_file is None:
            import runpy

            _state.main_file = _file_of_module(options["module"])
            runpy._run_module_as_main(options["module"])
        else:
            exec(compile(source, path, "exec", dont_inherit=True), vars(program))
    except BaseException as error:
        ending.outcome = _outcome_of(error)
        if not isinstance(error, SystemExit):
            _hide_own_frames()
        raise
    return 0


def _put_on_path(folder):
    """In place of the folder of this file, which is there unless Python was told to put none there."""
    if not sys.flags.safe_path:
        sys.path[0] = folder


def _loader_of(path):
    from importlib.machinery import SourceFileLoader

    return SourceFileLoader("__main__", path)


def _file_of_module(name):
    from importlib.util import find_spec

    try:
        spec = find_spec(name)
        if spec is not None and spec.submodule_search_locations is not None:
            spec = find_spec(f"{name}.__main__")
    except (ImportError, ValueError):
        return "<unknown>"
    return spec.origin if spec is not None and spec.origin else "<unknown>"


class _Ending:
    """What is written when the interpreter ends: unless the program has been stopped from outside."""

    def __init__(self, out):
        self.out = out
        self.outcome = {"kind": "exited", "status": 0, "error": None}

    def write(self):
        _finish(self.out, self.outcome)


def _hide_own_frames():
    """Have the traceback begin where the program does."""
    usual = sys.excepthook

    def hook(kind, error, traceback):
        sys.excepthook = usual
        while traceback is not None and traceback.tb_frame.f_code.co_filename == _THIS_FILE:
            traceback = traceback.tb_next
        usual(kind, error.with_traceback(traceback), traceback)

    sys.excepthook = hook


def _write_on_signal(out):
    """Where nobody has anything else in mind for the signal, which would end the process."""
    number = getattr(signal, "SIGUSR1", None)
    if number is not None and signal.getsignal(number) is signal.SIG_DFL:
        signal.signal(number, lambda number, frame: snapshot(out))


class _Tap(io.TextIOWrapper):
    """A stream that notes what is written to it."""

    def write(self, words, /):
        count = super().write(words)
        if _state.enabled and _room_for_output(len(words)):
            _tell("output", stream=self.tapped, text=_text(words, _MOST_BYTES_OF_OUTPUT), by=_actor())
        return count


_bytes_of_output = 0


def _room_for_output(count):
    global _bytes_of_output
    _bytes_of_output += count
    return _bytes_of_output <= _MOST_BYTES_OF_OUTPUT


def _watch_output():
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        tap = _Tap(
            stream.buffer,
            encoding=stream.encoding,
            errors=stream.errors,
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )
        tap.mode, tap.tapped = "w", name
        setattr(sys, name, tap)
        setattr(sys, f"__{name}__", tap)
        # The buffer is the tap's now; the stream that was there must not close it.
        _kept.append(stream)


# Into a process that runs


def _attach(options):
    pid, seconds, out = options["attach"], options["seconds"], os.path.abspath(options["out"])
    if not hasattr(sys, "remote_exec"):
        version = ".".join(map(str, sys.version_info[:2]))
        print(f"loopscope_record: --attach needs CPython 3.14 or later on both sides; this is {version}.", file=sys.stderr)
        return 69
    import tempfile

    words = (
        "import sys, types\n"
        f"name, path = {ORIGIN!r}, {os.path.abspath(__file__)!r}\n"
        "if name not in sys.modules:\n"
        "    sys.modules[name] = types.ModuleType(name)\n"
        "    sys.modules[name].__file__ = path\n"
        "    with open(path, 'rb') as file:\n"
        "        exec(compile(file.read(), path, 'exec'), vars(sys.modules[name]))\n"
        f"sys.modules[name]._attached({out!r}, {seconds!r}, {options['values']!r})\n"
    )
    began = time.time()
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "attach.py")
        with open(script, "w", encoding="utf-8") as file:
            file.write(words)
        os.chmod(folder, 0o755)
        try:
            sys.remote_exec(int(pid), script)
        except (OSError, RuntimeError, ValueError) as error:
            print(f"loopscope_record: cannot record process {pid}: {error}\n{_WHY_NOT}", file=sys.stderr, end="")
            return 77
        while time.time() - began < seconds + 20:
            time.sleep(0.1)
            if os.path.exists(out) and os.path.getmtime(out) >= began - 1:
                print(f"loopscope_record: written to {out}", file=sys.stderr)
                return 0
    print(f"loopscope_record: process {pid} has written nothing: it may be in a call that does not return.", file=sys.stderr)
    return 75


_WHY_NOT = """Python must be allowed to write into the other process: run this as the same user, with the right to
trace it (root, CAP_SYS_PTRACE, or kernel.yama.ptrace_scope=0). Both must be the same version of CPython,
and the other one not started with PYTHON_DISABLE_REMOTE_DEBUG or -X disable-remote-debug.
"""


def _attached(out, seconds, shows_values):
    """In the other process: record for so long, then write and leave no trace of it."""
    if _state.enabled:
        snapshot(out)
        return
    start(last_seconds=seconds + 1, shows_values=shows_values)

    def end():
        time.sleep(seconds)
        if _state.enabled:
            outcome = _outcome_so_far()
            stop()
            write(out, outcome)
            _forget()

    start_new_thread(end, ())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
