"""``multiprocessing.Value`` and ``Array`` of plain numbers, without the ctypes that CPython uses.

All processes live in one memory, so what is shared is one array, and what travels to a child is its
place in a list. Each access takes the lock, as in CPython. Everything else is refused by name.
"""

import array
from multiprocessing import context

_TYPES = {
    "b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int", "I": "c_uint",
    "l": "c_long", "L": "c_ulong", "q": "c_longlong", "Q": "c_ulonglong", "f": "c_float",
    "d": "c_double",
}  # fmt: skip

_shared = []


def _refuse(what):
    raise NotImplementedError(
        f"{what} is not available in Loopscope: share numbers, by a Value or an Array with its "
        f"lock, of one of the types {' '.join(_TYPES)}"
    )


def _shared_at(kind, place, lock):
    return kind(_shared[place], place, lock)


class _Shared:
    """Numbers of one type that every process sees, and their lock."""

    def __init__(self, numbers, place, lock):
        self._numbers, self._place, self._lock = numbers, place, lock
        self.acquire, self.release = lock.acquire, lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def __reduce__(self):
        context.assert_spawning(self)
        return _shared_at, (type(self), self._place, self._lock)

    def get_lock(self):
        return self._lock

    def get_obj(self):
        _refuse("get_obj()")

    def __repr__(self):
        kind = _TYPES[self._numbers.typecode]
        return f"<{type(self).__name__} wrapper for {self._wrapped(kind)}>"


class Synchronized(_Shared):
    @property
    def value(self):
        with self:
            return self._numbers[0]

    @value.setter
    def value(self, value):
        with self:
            self._numbers[0] = value

    def _wrapped(self, kind):
        return f"{kind}({self._numbers[0]})"


class SynchronizedArray(_Shared):
    def __len__(self):
        return len(self._numbers)

    def __getitem__(self, place):
        with self:
            return list(self._numbers[place]) if isinstance(place, slice) else self._numbers[place]

    def __setitem__(self, place, value):
        if isinstance(place, slice):
            value = array.array(self._numbers.typecode, value)
            if len(value) != len(self._numbers[place]):
                raise ValueError("Can only assign sequence of same size")
        with self:
            self._numbers[place] = value

    def _wrapped(self, kind):
        return f"<multiprocessing.sharedctypes.{kind}_Array_{len(self)} object>"


def Value(typecode_or_type, value=0, *, lock=True, ctx=None):
    return _share(Synchronized, typecode_or_type, [value], lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    if isinstance(size_or_initializer, int):
        size_or_initializer = [0] * size_or_initializer
    return _share(SynchronizedArray, typecode_or_type, size_or_initializer, lock, ctx)


def RawValue(*args):
    _refuse("multiprocessing.RawValue")


def RawArray(*args):
    _refuse("multiprocessing.RawArray")


def _share(kind, typecode, numbers, lock, ctx):
    if typecode not in _TYPES:
        _refuse(f"the type {typecode!r}")
    if lock is False:
        _refuse("lock=False")
    if lock is True or lock is None:
        lock = (ctx or context._default_context.get_context()).RLock()
    _shared.append(array.array(typecode, numbers))
    return kind(_shared[-1], len(_shared) - 1, lock)
