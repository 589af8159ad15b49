"""Where things stand in the program: its files and lines, and calls.

The program's own files are the one that was run and those that it imports from its folder; frames
of the library say what a task is waiting in.
"""

import _io
import functools
import gc
import types
from asyncio import base_events, tasks
from importlib.util import decode_source

from . import observing, program_files, values

HOME = "/home/learner"
"""The program's folder: in memory, its own, and gone after the run."""


# Files

numbers = {}
"""The numbers of the program's files, by the names that code objects have; None for all others."""


def begin(name) -> None:
    """The program is compiled under this name: file 0."""
    numbers[name] = numbers[f"{HOME}/{name}"] = 0


def _file_named(name):
    """The number of the file of that name; None if it is none of the program's."""
    try:
        return numbers[name]
    except KeyError:
        return _first_sight(name)


def _first_sight(name):
    if type(name) is not str or not name.startswith(f"{HOME}/"):
        numbers[name] = None
        return None
    if not observing.enabled:
        return None
    number = numbers[name] = program_files.number_of(name, _source_of(name))
    return number


def _source_of(name):
    try:
        with _io.open_code(name) as file:
            return decode_source(file.read())
    except (OSError, SyntaxError, UnicodeError):
        return None


def is_program(code) -> bool:
    return _file_named(code.co_filename) is not None


def program_frame(frame):
    """The innermost frame, from ``frame`` outwards, that runs the program's own code.

    Not beyond an event loop: what that runs, it runs on its own account, and not on that of the
    line at which the program started it.
    """
    while frame is not None:
        code = frame.f_code
        try:
            file = numbers[code.co_filename]
        except KeyError:
            file = _first_sight(code.co_filename)
        if file is not None:
            return frame
        frame = None if code is TURN_OF_LOOP else frame.f_back
    return None


TURN_OF_LOOP = base_events.BaseEventLoop._run_once.__code__


def at(code, line):
    """A line of a code object of the program's, as one number; ``encodeLocation`` in ``encoding.ts``."""
    return at_line(code.co_filename, line)


def at_line(name, line):
    """A line of a file, as one number; None where it is none of the program's."""
    return program_files.location(_file_named(name), line)


def location_of(frame):
    """Where the program's innermost frame stands, from ``frame`` outwards; None if there is none."""
    own = program_frame(frame)
    return None if own is None else at(own.f_code, own.f_lineno)


def origin_of(error):
    """Where an exception was raised: the program's innermost frame in its traceback, and the line."""
    own = line = None
    traceback = BaseException.__traceback__.__get__(error)
    while traceback is not None:
        if is_program(traceback.tb_frame.f_code):
            own, line = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return own, None if own is None else at(own.f_code, line)


def outermost_of(error):
    """As :func:`origin_of`, for the outermost frame: of what an exception came through, the last."""
    traceback = BaseException.__traceback__.__get__(error)
    while traceback is not None:
        frame = traceback.tb_frame
        if is_program(frame.f_code):
            return frame, at(frame.f_code, traceback.tb_lineno)
        traceback = traceback.tb_next
    return None, None


# Suspended coroutines


def suspended_place(awaitable):
    """Where a suspended coroutine stands: the program's innermost frame, its file, and what it awaits.

    The last is the library's coroutine, None if there is none. Called at every step of every task:
    it is one loop, and asks for no frame but the one it answers with, because frames are costly.
    """
    own = own_file = inner = None
    while awaitable is not None:
        kind = type(awaitable)
        if kind is _Coroutine:
            code, awaited = awaitable.cr_code, awaitable.cr_await
        elif kind in _leaves:
            break
        else:
            code, awaited = _look_into(awaitable, "code")
            if code is None:
                break
        try:
            file = numbers[code.co_filename]
        except KeyError:
            file = _first_sight(code.co_filename)
        if file is not None:
            own, own_file, inner = awaitable, file, None
        elif inner is None:
            inner = awaitable
        awaitable = awaited
    if type(own) is _Coroutine:
        return own.cr_frame, own_file, inner
    return (None if own is None else _look_into(own, "frame")[0]), own_file, inner


_Coroutine = types.CoroutineType

_AsyncGenerator = types.AsyncGeneratorType


def _steps_of_a_generator():
    async def generator():
        yield

    made = generator()
    steps = made.asend(None), made.athrow(ValueError)
    for step in steps:
        step.close()
    return {type(step) for step in steps}


_steps_of_generators = _steps_of_a_generator()
"""What ``async for`` and ``asend`` await."""

_leaves = set()
"""Types of what stands at the end of a chain: the iterator of a future, and the like."""

_kinds = {
    types.CoroutineType: ("cr", "cr_await"),
    types.AsyncGeneratorType: ("ag", "ag_await"),
    types.GeneratorType: ("gi", "gi_yieldfrom"),
}


def _look_into(awaitable, what):
    """The code or frame of a coroutine of any kind or of a generator, and what it awaits in turn."""
    known = _kinds.get(type(awaitable))
    if known is None and type(awaitable) in _steps_of_generators:
        # It has no attribute for the generator whose next step it is.
        awaitable = next(each for each in gc.get_referents(awaitable) if type(each) is _AsyncGenerator)
        known = _kinds[_AsyncGenerator]
    if known is None:
        _leaves.add(type(awaitable))
        return None, None
    prefix, awaited = known
    return getattr(awaitable, f"{prefix}_{what}"), getattr(awaitable, awaited)


def awaited_frames(awaitable):
    """The frames of a suspended coroutine and of what it awaits, from the outermost inwards."""
    while awaitable is not None and type(awaitable) not in _leaves:
        frame, awaitable = _look_into(awaitable, "frame")
        if frame is not None:
            yield frame


# Calls


def awaited_call(awaitable):
    """What the program calls by awaiting this: the outermost that has a public name.

    Of a call with a limit round it, that call: what is waited for is up to it.
    """
    limit = None
    while awaitable is not None:
        if type(awaitable) is _Coroutine:
            code = awaitable.cr_code
            if id(code) in _calls:
                return _calls[id(code)]
            awaitable = awaitable.cr_await
        else:
            code, awaitable = _look_into(awaitable, "code")
        call = code and public_name(code)
        if call:
            if code is _WAIT_FOR:
                limit = call
                continue
            if not is_program(code):
                _calls[id(code)] = call
                _kept.append(code)
            return call
    return limit


_WAIT_FOR = tasks.wait_for.__code__

_calls = {}
"""By the address of the code of a library's function: its name."""

_kept = []


def know_call(function, name) -> None:
    """What a program calls by awaiting a function of the library's that it does not know of."""
    _calls[id(function.__code__)] = name


def split_at_program(frames, standing_for_it=()):
    """The innermost frame of the program's, and the library's frames that it called.

    ``standing_for_it`` is code of the library's that calls what it was given, as the program would.
    """
    own, library = None, []
    for frame in frames:
        if is_program(frame.f_code) or any(frame.f_code is code for code in standing_for_it):
            own, library = frame, []
        elif frame.f_code is TURN_OF_LOOP:
            own, library = None, []
        else:
            library.append(frame)
    return own, library


def call_of(library_frames):
    """What the program called: the outermost library frame that has a public name."""
    for frame in library_frames:
        name = public_name(frame.f_code)
        if name:
            module = frame.f_globals.get("__name__")
            package = module.partition(".")[0] if type(module) is str else None
            return f"{package}.{name}" if package in _SAID_WITH_PACKAGE and "." not in name else name
    return None


_SAID_WITH_PACKAGE = ("httpx", "requests", "subprocess")
"""Whose functions have names that say little by themselves: ``run``, ``call``, ``get``."""


def public_name(code):
    """The qualified name of a function that the documentation may know; None of a private one."""
    return _public_name(code.co_qualname)


@functools.cache
def _public_name(name):
    words = name.split(".")
    if words[-1] in _PROTOCOL:
        words.pop()
    is_private = any(word[0] in "_<" and not word.endswith("__") for word in words)
    return None if is_private or not words else values.text(".".join(words))


_PROTOCOL = ("__aenter__", "__aexit__", "__enter__", "__exit__")
"""What ``with`` calls, without being told so."""


def parked_frames(frame):
    """The frames of a thread, from the outermost inwards to this one."""
    frames = []
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return reversed(frames)
