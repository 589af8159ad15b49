"""Where our half of Python ends: nothing is raised into the host.

What comes as far as this is either a fault of ours or the doing of a program that has reached into the
simulator; a program that has not can't bring it about.
"""

import functools
import types

from . import kernel, observing, places, values
from .own_builtins import our_modules


def guarded(function):
    """The function as the host may call it; it raises nothing."""

    @functools.wraps(function)
    def call(*args):
        try:
            return function(*args)
        except kernel.RunOver:
            return None
        except BaseException as error:
            _give_out(error)
            return None

    return call


def _give_out(error):
    kernel.recorder.gave_out(values.words_of(error), _is_raised_by_program(error) or _is_changed())


def _is_raised_by_program(error) -> bool:
    innermost = observing.innermost(error)
    return innermost is not None and places.is_program(innermost.tb_frame.f_code)


def _is_changed() -> bool:
    """Whether a program has put something in the place of our functions; some of us are loaded later."""
    loaded = {module for module, *_ in _as_loaded}
    return {key: code for key, code in _ours().items() if key[0] in loaded} != _as_loaded


_as_loaded = {}
"""By module and name, and for methods the class between them: the code that our functions had."""


def _is_changed() -> bool:
    found = _ours()
    return any(found.get(key) is not code for key, code in _as_loaded.items())


def install() -> None:
    """What our functions are now is what they should be. Called when all of us is there."""
    _as_loaded.update(_ours())
    kernel.guarded = guarded


def _ours():
    found = {}
    for module in our_modules():
        for name, value in vars(module).items():
            if type(value) is types.FunctionType:
                found[module.__name__, name] = value.__code__
            elif type(value) is type and value.__module__ == module.__name__:
                for method, function in vars(value).items():
                    if type(function) is types.FunctionType:
                        found[module.__name__, name, method] = function.__code__
    return found
