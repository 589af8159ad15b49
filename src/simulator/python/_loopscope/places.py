"""Where things stand in the program: lines, calls, and the names it gives to its objects.

The program's own file is what matters; frames of the library say what a task is waiting in.
"""

import functools
import types

PROGRAM_FILE = "main.py"
"""The file name the program was compiled under."""

_LONGEST_CONTAINER = 100
"""Names like ``forks[2]`` are looked for in containers up to this size."""


def is_program(code) -> bool:
    return code.co_filename == PROGRAM_FILE


def program_frame(frame):
    """The innermost frame, from ``frame`` outwards, that runs the program's own code."""
    while frame is not None and not is_program(frame.f_code):
        frame = frame.f_back
    return frame


def line_of(frame):
    return None if frame is None else frame.f_lineno


def program_line(frame):
    """The line of the program's innermost frame, from ``frame`` outwards."""
    return line_of(program_frame(frame))


def location_of(frame):
    """The place of the program's innermost frame, as one number; see ``encodeLocation``."""
    return program_line(frame)


def suspended_place(awaitable):
    """Where a suspended coroutine stands: the program's innermost frame, and what that awaits.

    The second is the library's coroutine, None if there is none. Called at every step of every task:
    it is one loop, and asks for no frame but the one it answers with, because frames are costly.
    """
    own = inner = None
    while awaitable is not None:
        kind = type(awaitable)
        if kind is types.CoroutineType:
            code, awaited = awaitable.cr_code, awaitable.cr_await
        elif kind in _leaves:
            break
        else:
            code, awaited = _look_into(awaitable, "code")
            if code is None:
                break
        if code.co_filename == PROGRAM_FILE:
            own, inner = awaitable, None
        elif inner is None:
            inner = awaitable
        awaitable = awaited
    if type(own) is types.CoroutineType:
        return own.cr_frame, inner
    return (None if own is None else _look_into(own, "frame")[0]), inner


_leaves = set()
"""Types of what stands at the end of a chain: the iterator of a future, and the like."""


def _look_into(awaitable, what):
    """The code or frame of a coroutine of any kind or of a generator, and what it awaits in turn."""
    for prefix, awaited in (("cr", "cr_await"), ("ag", "ag_await"), ("gi", "gi_yieldfrom")):
        if hasattr(awaitable, f"{prefix}_code"):
            return getattr(awaitable, f"{prefix}_{what}"), getattr(awaitable, awaited)
    _leaves.add(type(awaitable))
    return None, None


def awaited_frames(awaitable):
    """The frames of a library's coroutine and of what it awaits, inwards."""
    while awaitable is not None:
        frame, awaitable = _look_into(awaitable, "frame")
        if frame is not None:
            yield frame


def awaited_call(awaitable):
    """What the program calls by awaiting this: the outermost that has a public name."""
    while awaitable is not None:
        if type(awaitable) is types.CoroutineType:
            code, awaitable = awaitable.cr_code, awaitable.cr_await
        else:
            code, awaitable = _look_into(awaitable, "code")
        call = code and public_name(code)
        if call:
            return call
    return None


def split_at_program(frames):
    """The innermost frame of the program's, and the library's frames that it called."""
    own, library = None, []
    for frame in frames:
        if is_program(frame.f_code):
            own, library = frame, []
        else:
            library.append(frame)
    return own, library


def call_of(library_frames):
    """What the program called: the outermost library frame that has a public name."""
    return next(filter(None, (public_name(frame.f_code) for frame in library_frames)), None)


def public_name(code):
    """The qualified name of a function that the documentation may know; None of a private one."""
    name = code.co_qualname
    return None if name[0] == "_" else _without_protocol(name)


@functools.cache
def _without_protocol(name):
    return name.removesuffix(".__aenter__").removesuffix(".__aexit__")


def parked_frames(frame):
    """The frames of a thread that blocks, from the outermost inwards."""
    frames = []
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return reversed(frames)


def name_of(target, frames):
    """What the program calls ``target``: ``lock``, ``self.slots``, ``forks[2]``; None if nothing.

    Looks through the module's globals, then through the locals of ``frames`` and the attributes of
    their ``self``, frame by frame; a plain name is better than a place in a container.
    """
    frames = [frame for frame in frames if frame is not None]
    rooms = [[("", frame.f_globals)] for frame in frames[:1]]
    rooms += [[("", frame.f_locals), ("self.", _attributes_of_self(frame))] for frame in frames]
    for scopes in rooms:
        for look in (_name_in, _key_in_scope):
            for prefix, scope in scopes:
                name = look(scope, target)
                if name is not None:
                    return prefix + name
    return None


def _attributes_of_self(frame):
    return getattr(frame.f_locals.get("self"), "__dict__", {})


def _name_in(scope, target):
    return next((name for name, value in list(scope.items()) if value is target), None)


def _key_in_scope(scope, target):
    for name, value in list(scope.items()):
        key = _key_in(value, target)
        if key is not None:
            return f"{name}[{key!r}]"
    return None


def _key_in(container, target):
    if type(container) not in (list, tuple, dict) or len(container) > _LONGEST_CONTAINER:
        return None
    items = container.items() if type(container) is dict else enumerate(container)
    for key, value in items:
        if value is target and type(key) in (int, str):
            return key
    return None
