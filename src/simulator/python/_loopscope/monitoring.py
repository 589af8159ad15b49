"""What CPython itself reports: lines and calls of the program, and a few functions of the library.

By ``sys.monitoring`` (PEP 669): the events are switched on for the code objects of interest only, so
all other code runs at full speed. No function is replaced and no frame is added.
"""

import inspect
import sys
import types
from asyncio import events, futures, tasks

from . import agents, observing, places, program_files, step_log
from .step_log import OWN_LOOKS, OWN_WORK, words

_monitoring = types.SimpleNamespace(**vars(sys.monitoring))
"""CPython's own functions; a program finds those of ``tracers.py`` in their place."""

tool = 4
"""Our number; another when the program wants this one, None when it has taken all."""

_MOST_PER_LINE = 500
"""How often a line is reported. A loop that is hotter than that runs unwatched, at full speed."""

_MOST_PER_LINE_OF_GENERATOR = 200
"""Then nothing of the generator is reported any more.

CPython runs ``for`` over generators within generators without nesting calls of its own, but not
while it reports their lines. A thousand calls is where a recursion ends.
"""

_GENERATOR = inspect.CO_GENERATOR

_MOST_PER_CALL = 200
"""How often a place that calls something is looked at. By then it calls what it always does."""

_events = _monitoring.events

# By the address of the code object: to hash one would cost more than the rest of the hook.
_on_start = {}
_on_return = {}
_on_call = {}
_local = {}
_kept = []
"""The code objects, so that no other comes to have the address of one."""

_reached: dict[int, int] = {}
_called: dict[tuple[int, int], int] = {}
_on_program_call = []


def on_start(function, hook) -> None:
    """Have ``hook(frame)`` called whenever the function begins."""
    _watch(code_of(function), _events.PY_START, _on_start, hook)


def on_return(function, hook) -> None:
    """Have ``hook(frame, result)`` called whenever the function returns."""
    _watch(code_of(function), _events.PY_RETURN, _on_return, hook)


def on_call(function, hook) -> None:
    """Have ``hook(frame, called, first)`` called before each call in the function's own code.

    ``first`` is the first argument, for a method the object; ``sys.monitoring.MISSING`` if none. The hook
    answers ``DISABLE`` where the same place will never be of interest.
    """
    _watch(code_of(function), _events.CALL, _on_call, hook)


def on_program_call(hook) -> None:
    """As :func:`on_call`, for all code of the program. The hook says whether it was of interest."""
    _on_program_call.append(hook)


DISABLE = _monitoring.DISABLE


def code_of(function):
    return function if type(function) is types.CodeType else function.__code__


def inner_code(function, name):
    """The code of the function of that name that is defined in another one."""
    return next(
        constant
        for constant in code_of(function).co_consts
        if type(constant) is types.CodeType and constant.co_name == name
    )


def _watch(code, event, hooks, hook):
    key = id(code)
    _kept.append(code)
    hooks[key] = hook
    _local[key] = _local.get(key, 0) | event
    if tool is not None:
        _monitoring.set_local_events(tool, code, _local[key])


def watch_program(code) -> None:
    """Report the lines and calls of a code object of the program's, and of every function in it."""
    if tool is None:
        return
    _of_program.append(code)
    _monitoring.set_local_events(tool, code, _events_of(code))
    for constant in code.co_consts:
        if type(constant) is types.CodeType:
            watch_program(constant)


def _events_of(code):
    # Its line is that of the expression which it is a part of, where CPython reports none. See below.
    is_expression = code.co_name == "<genexpr>" and code.co_flags & _GENERATOR
    return _events.CALL if is_expression else _events.LINE | _events.CALL


def watch_exceptions(handled, reraised, raised) -> None:
    """Who is told of exceptions, while that is switched on, as ``hook(frame, offset, error)``."""
    for event, hook in (
        (_events.EXCEPTION_HANDLED, handled),
        (_events.RERAISE, reraised),
        (_events.RAISE, raised),
    ):
        _register(event, _exception_hook(hook))


def switch_exceptions(is_on) -> None:
    """CPython tells of exceptions in all code or in none."""
    if tool is not None:
        _monitoring.set_events(tool, _EXCEPTIONS if is_on else 0)


_EXCEPTIONS = _events.EXCEPTION_HANDLED | _events.RERAISE | _events.RAISE


def _exception_hook(hook):
    def on_exception(code, offset, error):
        words[OWN_WORK] = 1
        try:
            hook(sys._getframe(1), offset, error)
        except Exception as failure:
            observing.failed(hook.__qualname__, failure)
        words[OWN_WORK] = 0

    return on_exception


# CPython calls none of these while another runs. They do what ``observed`` does, without its frames.
# Those for calls and lines come by the thousand, and say themselves what they cost.


def _start(code, offset):
    if observing.enabled:
        words[OWN_WORK] = 1
        try:
            _on_start[id(code)](sys._getframe(1))
        except Exception as error:
            observing.failed(code.co_qualname, error)
        words[OWN_WORK] = 0


def _return(code, offset, result):
    if observing.enabled:
        words[OWN_WORK] = 1
        try:
            _on_return[id(code)](sys._getframe(1), result)
        except Exception as error:
            observing.failed(code.co_qualname, error)
        words[OWN_WORK] = 0


def _call(code, offset, called, first):
    if id(code) not in _on_call and not _may_cancel(called, first):
        key = id(code), offset
        count = _called[key] = _called.get(key, 0) + 1
        words[OWN_LOOKS] += 7
        return DISABLE if count >= _MOST_PER_CALL else None
    words[OWN_WORK] = 1
    answer = None
    try:
        answer = _interesting_call(code, offset, called, first)
    except Exception as error:
        observing.failed(code.co_qualname, error)
    words[OWN_WORK] = 0
    return answer


def _may_cancel(called, first) -> bool:
    """Whether a call could be one that our hooks look for. Nearly none could."""
    kind = type(called)
    if kind is types.FunctionType:
        return issubclass(type(first), futures.Future)
    if kind is types.BuiltinMethodType:
        return type(called.__self__) is not types.ModuleType
    if kind is types.MethodDescriptorType:
        return called.__name__ == "cancel"
    return kind is not type


def _interesting_call(code, offset, called, first):
    frame = sys._getframe(2)
    hook = _on_call.get(id(code))
    if hook is not None:
        return hook(frame, called, first) if observing.enabled else None
    for hook in _on_program_call:
        if hook(frame, called, first):
            return None
    key = id(code), offset
    count = _called[key] = _called.get(key, 0) + 1
    return DISABLE if count >= _MOST_PER_CALL else None


def _line(code, line):
    location = places.numbers[code.co_filename] * program_files.LINES + line
    count = _reached[location] = _reached.get(location, 0) + 1
    if count > _MOST_PER_LINE_OF_GENERATOR:
        if code.co_flags & _GENERATOR:
            return _leave_unwatched(code)
        if count > _MOST_PER_LINE:
            words[OWN_LOOKS] += 2
            return DISABLE
    task = None if _running_loop() is None else _current_task()
    if task is not None and type(task) is _Task and hasattr(task, "_loopscope_number"):
        step_log.line(location, task._loopscope_number)
        words[OWN_LOOKS] += 7
    else:
        words[OWN_LOOKS] += 3
        words[OWN_WORK] = 1
        step_log.line(location, agents.current())
        words[OWN_WORK] = 0
    return None


def _leave_unwatched(code):
    _of_program[:] = (each for each in _of_program if each is not code)
    if tool is not None:
        _monitoring.set_local_events(tool, code, _local.get(id(code), 0))


_Task = tasks.Task
_current_task = tasks.current_task
_running_loop = events._get_running_loop


def _module_executed(frame):
    """A module is about to run: ``importlib`` calls ``exec`` with its code."""
    arguments = frame.f_locals["args"]
    if arguments and type(arguments[0]) is types.CodeType and places.is_program(arguments[0]):
        watch_program(arguments[0])


def stop() -> None:
    """Nothing is to be watched in this run from now on."""
    global tool
    if tool is not None:
        _monitoring.free_tool_id(tool)
        tool = None


def leave(wanted) -> None:
    """Let the program have our number, and go on with another, if there is one."""
    global tool
    which = _monitoring.get_events(tool)
    stop()
    free = [number for number in _NUMBERS if _monitoring.get_tool(number) is None]
    free.remove(wanted)
    if not free:
        return
    tool = free[-1]
    _monitoring.use_tool_id(tool, "loopscope")
    for event, callback in _callbacks.items():
        _monitoring.register_callback(tool, event, callback)
    for code in _kept:
        _monitoring.set_local_events(tool, code, _local[id(code)])
    for code in _of_program:
        _monitoring.set_local_events(tool, code, _events_of(code))
    _monitoring.set_events(tool, which)


_NUMBERS = range(6)
"""Of tools; the two above are those of ``sys.setprofile`` and ``sys.settrace``."""

_of_program = []
"""Its code that is watched."""

_callbacks = {}


def _register(event, callback):
    _callbacks[event] = callback
    _monitoring.register_callback(tool, event, callback)


def install() -> None:
    _monitoring.use_tool_id(tool, "loopscope")
    for event, callback in (
        (_events.PY_START, _start),
        (_events.PY_RETURN, _return),
        (_events.CALL, _call),
        (_events.LINE, _line),
    ):
        _register(event, callback)
    on_start(sys.modules["_frozen_importlib"]._call_with_frames_removed, _module_executed)
