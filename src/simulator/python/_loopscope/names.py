"""What the program calls an object: the names it gives in its scopes."""

import sys

from . import tags, values

_LONGEST_CONTAINER = 100
"""Names like ``forks[2]`` are looked for in containers up to this size."""


def name_of(target, frames):
    """What the program calls ``target``: ``lock``, ``self.slots``, ``forks[2]``; None if nothing.

    Looks through the module's globals, then through the locals of ``frames`` and the attributes of
    their ``self``, frame by frame; a plain name is better than a place in a container.
    """
    frames = [frame for frame in frames if frame is not None]
    scopes = [[("", frames[0].f_globals if frames else vars(sys.modules.get("__main__", sys)))]]
    scopes += [[("", frame.f_locals), ("self.", _attributes_of_self(frame))] for frame in frames]
    for inner in scopes:
        for look in (_name_in, _key_in_scope):
            for prefix, scope in inner:
                name = look(scope, target)
                if name is not None:
                    return values.text(prefix + name)
    return None


def _attributes_of_self(frame):
    return tags.get(frame.f_locals.get("self"), "__dict__", {})


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
