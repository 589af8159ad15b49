"""What is remembered of an object, on the object itself.

Tasks, futures and primitives can be of classes of the program's, whose ``__getattr__`` and
``__setattr__`` do anything: neither is called here.
"""

_read = object.__getattribute__
put = object.__setattr__
_delete = object.__delattr__


def get(target, name, default=None):
    try:
        return _read(target, name)
    except AttributeError:
        return default


def pop(target, name, default=None):
    value = get(target, name, default)
    if value is not default:
        _delete(target, name)
    return value
