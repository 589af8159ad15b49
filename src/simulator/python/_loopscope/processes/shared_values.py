"""``multiprocessing.sharedctypes`` without ctypes: ``Value`` and ``Array`` of plain numbers.

All processes live in one memory, so a shared value is one object, and what travels to a child is
its place in a list. Access costs and locks are as in CPython's module; other types are refused.
"""

import array
from multiprocessing import context

_NAMES = {
    "b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int", "I": "c_uint",
    "l": "c_long", "L": "c_ulong", "q": "c_longlong", "Q": "c_ulonglong", "f": "c_float",
    "d": "c_double",
}  # fmt: skip

_shared = []


def _shared_at(place):
    return _shared[place]


class _Numbers:
    """Numbers of one type that every process sees."""

    def __init__(self, typecode, numbers):
        if typecode not in _NAMES:
            raise NotImplementedError(
                f"Loopscope shares values of the types {' '.join(_NAMES)}, not {typecode!r}"
            )
        self._numbers = array.array(typecode, numbers)
        self._place = len(_shared)
        _shared.append(self)

    def __reduce__(self):
        context.assert_spawning(self)
        return _shared_at, (self._place,)

    @property
    def _type_name(self):
        return _NAMES[self._numbers.typecode]


class _Number(_Numbers):
    @property
    def value(self):
        return self._numbers[0]

    @value.setter
    def value(self, value):
        self._numbers[0] = value

    def __repr__(self):
        return f"{self._type_name}({self.value})"


class _Row(_Numbers):
    def __len__(self):
        return len(self._numbers)

    def __getitem__(self, place):
        return list(self._numbers[place]) if isinstance(place, slice) else self._numbers[place]

    def __setitem__(self, place, value):
        if not isinstance(place, slice):
            self._numbers[place] = value
            return
        numbers = array.array(self._numbers.typecode, value)
        if len(numbers) != len(self._numbers[place]):
            raise ValueError("Can only assign sequence of same size")
        self._numbers[place] = numbers

    def __repr__(self):
        return f"<multiprocessing.sharedctypes.{self._type_name}_Array_{len(self)} object>"


def RawValue(typecode_or_type, value=0):
    return _Number(typecode_or_type, [value])


def RawArray(typecode_or_type, size_or_initializer):
    if isinstance(size_or_initializer, int):
        size_or_initializer = [0] * size_or_initializer
    return _Row(typecode_or_type, size_or_initializer)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return _synchronized(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return _synchronized(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _synchronized(numbers, lock, ctx):
    if lock is False:
        return numbers
    if lock is True or lock is None:
        lock = (ctx or context._default_context.get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    kind = Synchronized if isinstance(numbers, _Number) else SynchronizedArray
    return kind(numbers, lock)


class SynchronizedBase:
    """Numbers with a lock, which each access takes."""

    def __init__(self, obj, lock):
        self._obj = obj
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def __reduce__(self):
        context.assert_spawning(self)
        return type(self), (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        with self:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, place):
        with self:
            return self._obj[place]

    def __setitem__(self, place, value):
        with self:
            self._obj[place] = value
