"""Where things stand in the program: lines, calls, and the names it gives to its objects.

The program's own file is what matters; frames of the library say what a task is waiting in.
"""

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


def suspended_place(awaitable):
    """Where a suspended coroutine stands: the program's innermost frame, and the library's below it.

    Follows the chain of awaits inwards. Called at every step of every task, so it is one loop.
    """
    own, library = None, []
    while awaitable is not None:
        try:
            frame, awaitable = awaitable.cr_frame, awaitable.cr_await
        except AttributeError:
            frame, awaitable = _frame_and_awaited(awaitable)
        if frame is None:
            break
        if frame.f_code.co_filename == PROGRAM_FILE:
            own, library = frame, []
        else:
            library.append(frame)
    return own, library


def _frame_and_awaited(awaitable):
    """The same of a generator or an async generator; a future and the like have none."""
    for prefix, awaited in (("ag", "ag_await"), ("gi", "gi_yieldfrom")):
        frame = getattr(awaitable, f"{prefix}_frame", None)
        if frame is not None:
            return frame, getattr(awaitable, awaited)
    return None, None


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
    for frame in library_frames:
        name = frame.f_code.co_qualname
        if not name.startswith("_"):
            return name.removesuffix(".__aenter__").removesuffix(".__aexit__")
    return None


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
