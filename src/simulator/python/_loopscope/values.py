"""Short texts for names, values and errors, made without running any of the program's code."""

import itertools
import types

_LONGEST_TEXT = 1_000
"""As ``LONGEST_TEXT`` in ``src/trace/fields.ts``."""

_LONGEST_REPR = 80
_LONGEST_ARGUMENT = 20
_MOST_ARGUMENTS = 8
_MOST_BITS = 256
"""Larger numbers have more digits than anyone reads, and CPython refuses to write the largest."""

_PLAIN = (bool, int, float, complex, str, bytes, type(None))
_CONTAINERS = (list, tuple, set, dict)


def text(words: str) -> str:
    """A name or text as a trace takes it: without halves of characters."""
    if not words.isascii():
        words = words.encode("utf-8", "replace").decode()
    return words if len(words) <= _LONGEST_TEXT else f"{words[: _LONGEST_TEXT - 1]}…"


def cut(words: str, longest=_LONGEST_REPR) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def short_repr(value) -> str:
    """A ``repr`` that shows no address."""
    kind = type(value)
    if _is_plain(value):
        return cut(repr(value[:_LONGEST_REPR] if kind in (str, bytes) else value))
    if kind in _CONTAINERS:
        return f"{kind.__name__} of {len(value)}"
    return f"<{name_of_type(value)}>"


def _is_plain(value) -> bool:
    return type(value) in _PLAIN and (type(value) is not int or value.bit_length() <= _MOST_BITS)


# Arguments of coroutines


def arguments_of(coroutine) -> str:
    """What it was called with, ``"kiosk", 1``; empty where it has begun to run, or is none."""
    if type(coroutine) is not types.CoroutineType:
        return ""
    code, frame = coroutine.cr_code, coroutine.cr_frame
    takes_none = not (code.co_argcount or code.co_kwonlyargcount or code.co_flags & _TAKES_MORE)
    if takes_none or frame is None or coroutine.cr_running or coroutine.cr_suspended:
        return ""
    shown = list(itertools.islice(_arguments(frame), _MOST_ARGUMENTS + 1))
    if len(shown) > _MOST_ARGUMENTS:
        shown[-1] = "…"
    return ", ".join(shown)


def _arguments(frame):
    """As ``inspect.getargs`` finds them; ``self`` is left out."""
    code = frame.f_code
    given, names = dict(frame.f_locals), code.co_varnames
    positional, named = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    for index, name in enumerate(names[:positional]):
        if index or name not in ("self", "cls"):
            yield _argument(given.get(name, ...))
    rest = named
    if code.co_flags & _HAS_VARARGS:
        yield from map(_argument, given.get(names[rest], ()))
        rest += 1
    for name in names[positional:named]:
        yield f"{name}={_argument(given.get(name, ...))}"
    if code.co_flags & _HAS_KEYWORDS:
        for name, value in given.get(names[rest], {}).items():
            yield f"{name}={_argument(value)}"


_HAS_VARARGS, _HAS_KEYWORDS = 0x04, 0x08
"""``inspect.CO_VARARGS`` and ``CO_VARKEYWORDS``."""

_TAKES_MORE = _HAS_VARARGS | _HAS_KEYWORDS


def _argument(value) -> str:
    if not _is_plain(value):
        return "…"
    if type(value) in (str, bytes) and len(value) > _LONGEST_ARGUMENT:
        shown = repr(value[: _LONGEST_ARGUMENT - 1])
        return _in_double_quotes(f"{shown[:-1]}…{shown[-1]}")
    return _in_double_quotes(repr(value))


def _in_double_quotes(shown: str) -> str:
    """As most programs write their texts; ``repr`` prefers the other quotes."""
    if shown[-1] != "'" or '"' in shown or "\\'" in shown:
        return shown
    return shown.replace("'", '"', 1)[:-1] + '"'


# Errors


def words_of(error) -> str:
    """Type and message of an exception, ``ValueError: bad data``."""
    message = _message_of(error)
    return cut(f"{name_of_type(error)}: {message}" if message else name_of_type(error))


def _message_of(error) -> str:
    arguments = BaseException.args.__get__(error)
    if not all(map(_is_plain, arguments)):
        return ""
    if _is_written_in_c(_method_of(type(error), "__str__")):
        try:
            return str(error)
        except Exception:
            # It looks at attributes that can be anything.
            return ""
    return ", ".join(a if type(a) is str else repr(a) for a in arguments)


def name_of_type(value) -> str:
    return _type_name(type(value))


_type_name = type.__dict__["__name__"].__get__


def _method_of(kind, name):
    return next(_contents(base)[name] for base in _bases(kind) if name in _contents(base))


_bases, _contents = (vars(type)[name].__get__ for name in ("__mro__", "__dict__"))
"""CPython's own ways to look, which run nothing of a metaclass."""


def _is_written_in_c(method) -> bool:
    return type(method) is types.WrapperDescriptorType
