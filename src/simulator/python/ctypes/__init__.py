"""``ctypes`` for programs that import it and do without: its types can be named, and nothing be called.

Raw memory and foreign code are out of reach here. A library that cannot be loaded is what programs
are used to; everything else says why.
"""

__version__ = "1.1.0"

_REASON = "programs here cannot reach raw memory or foreign code"


class _Type(type):
    def __mul__(cls, length):
        return _Type(f"{cls.__name__}_Array_{length}", (_Data,), {"_type_": cls, "_length_": length})


class _Data(metaclass=_Type):
    def __init__(self, *args, **fields):
        raise NotImplementedError(_REASON)


class ArgumentError(Exception):
    pass


def __getattr__(name):
    if name in _TYPES or name.startswith("c_"):
        made = _Type(name, (_Data,), {"__module__": __name__})
    elif name in _FUNCTIONS:
        made = _refused(name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = made
    return made


_TYPES = (
    *("Structure", "BigEndianStructure", "LittleEndianStructure", "Union", "Array"),
    *("py_object", "HRESULT"),
)

_FUNCTIONS = (
    *("addressof", "alignment", "byref", "cast", "create_string_buffer", "create_unicode_buffer"),
    *("get_errno", "memmove", "memset", "pointer", "resize", "set_errno", "sizeof", "string_at"),
    *("wstring_at", "memoryview_at"),
)


def _refused(name):
    def refused(*args, **kwargs):
        raise NotImplementedError(_REASON)

    refused.__name__ = refused.__qualname__ = name
    return refused


def POINTER(kind):
    return _Type(f"LP_{getattr(kind, '__name__', kind)}", (_Data,), {"_type_": kind})


def CFUNCTYPE(restype, *argtypes, use_errno=False, use_last_error=False):
    return _Type("CFunctionType", (_Data,), {"_restype_": restype, "_argtypes_": argtypes})


PYFUNCTYPE = CFUNCTYPE


class CDLL:
    def __init__(self, name, *args, **options):
        raise OSError(f"{name}: {_REASON}")


class PyDLL(CDLL):
    pass


class _Loader:
    def __init__(self, kind):
        self._kind = kind

    def __getattr__(self, name):
        return self._kind(name)

    def LoadLibrary(self, name):
        return self._kind(name)


cdll, pydll, pythonapi = _Loader(CDLL), _Loader(PyDLL), _Loader(PyDLL)
