"""What the program calls an object: the names it gives in its scopes."""

import sys
import types

from . import places, tags, values

_LONGEST_CONTAINER = 100
"""Names like ``forks[2]`` are looked for in containers up to this size."""


def name_of(target, frames):
    """What the program calls ``target``: ``lock``, ``self.slots``, ``forks[2]``; None if nothing.

    Looks through the module's globals, then through the locals of ``frames`` and the attributes of
    their ``self``, frame by frame; a plain name is better than a place in a container, and that better
    than an attribute of an object: ``account.lock``, ``accounts['a'].lock``. But what stands in a
    container beside others that have no names is one of them: ``forks[4]``, and not the ``left`` that
    a loop has left behind.
    """
    frames = [frame for frame in frames if frame is not None]
    scopes = [[("", frames[0].f_globals if frames else vars(sys.modules.get("__main__", sys)))]]
    scopes += [[("", frame.f_locals), ("self.", _attributes_of_self(frame))] for frame in frames]
    for inner in scopes:
        for look in (_plain_name_in, _key_in_scope, _attribute_in_scope):
            for prefix, scope in inner:
                name = look(scope, target)
                if name is not None:
                    return values.text(prefix + name)
    return None


def _attributes_of_self(frame):
    return tags.get(frame.f_locals.get("self"), "__dict__", {})


def _plain_name_in(scope, target):
    name = _name_in(scope, target)
    return name and (_key_in_scope(scope, target, among_nameless=True) or name)


def _name_in(scope, target):
    return next((name for name, value in list(scope.items()) if value is target), None)


def _key_in_scope(scope, target, among_nameless=False):
    for name, value in list(scope.items()):
        key = _key_in(value, target)
        if key is None:
            continue
        if not among_nameless or any(_name_in(scope, item) is None for _, item in _items_of(value)):
            return f"{name}[{key!r}]"
    return None


def _attribute_in_scope(scope, target):
    for name, value in list(scope.items()):
        attribute = _attribute_in(value, target)
        if attribute is not None:
            return f"{name}.{attribute}"
        for key, item in _items_of(value):
            attribute = _attribute_in(item, target)
            if attribute is not None:
                return f"{name}[{key!r}].{attribute}"
    return None


def _attribute_in(value, target):
    """The attribute of an object of the program's, read without running any of its code."""
    kind = type(value)
    if not _is_of_program(kind):
        return None
    attribute = _name_in(tags.get(value, "__dict__", {}), target)
    return attribute or next(
        (name for name, slot in _slots_of(kind) if tags.get(value, name) is target), None
    )


def _is_of_program(kind) -> bool:
    name = _dict_of(kind).get("__module__")
    module = sys.modules.get(name) if type(name) is str else None
    file = tags.get(module, "__file__")
    return name in _MAIN or type(file) is str and file.startswith(f"{places.HOME}/")


_dict_of = type.__dict__["__dict__"].__get__
_MAIN = ("__main__", "__mp_main__")


def _slots_of(kind):
    for base in kind.__mro__:
        for name, member in _dict_of(base).items():
            if type(member) is types.MemberDescriptorType:
                yield name, member


def _key_in(container, target):
    return next((key for key, value in _items_of(container) if value is target), None)


def _items_of(container):
    if type(container) not in (list, tuple, dict) or len(container) > _LONGEST_CONTAINER:
        return ()
    items = container.items() if type(container) is dict else enumerate(container)
    return [(key, value) for key, value in items if type(key) in (int, str)]
