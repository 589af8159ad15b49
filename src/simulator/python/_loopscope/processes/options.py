"""The options of ``python``, of its command line and its environment, and what they change.

Those of the interpreter's own start are past: its hash seed, its encodings, what it imports at first.
"""

import codecs
import os
import sys
import warnings
from importlib.machinery import SourceFileLoader

from . import option_values

_COUNTED = {
    "b": "bytes_warning",
    "B": "dont_write_bytecode",
    "d": "debug",
    "i": "inspect",
    "I": "isolated",
    "E": "ignore_environment",
    "O": "optimize",
    "P": "safe_path",
    "q": "quiet",
    "s": "no_user_site",
    "S": "no_site",
    "v": "verbose",
}
"""The options that are letters, by the names that ``sys.flags`` has for them."""

_WITHOUT_EFFECT = "Rux"

_OF_ENVIRONMENT = {
    "PYTHONDEBUG": "debug",
    "PYTHONDONTWRITEBYTECODE": "dont_write_bytecode",
    "PYTHONINSPECT": "inspect",
    "PYTHONNOUSERSITE": "no_user_site",
    "PYTHONOPTIMIZE": "optimize",
    "PYTHONSAFEPATH": "safe_path",
    "PYTHONVERBOSE": "verbose",
}
_LEVELS = ("debug", "optimize", "verbose")

_WORDS_OF_BYTES_WARNING = {0: [], 1: ["default::BytesWarning"]}

_FIELDS = (
    *("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site"),
    *("no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization"),
    *("isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path"),
    "int_max_str_digits",
)


class Flags(tuple):
    """``sys.flags`` of a process; CPython makes no second one of its own type."""

    def __new__(cls, values):
        self = super().__new__(cls, (values[name] for name in _FIELDS))
        vars(self).update(values)
        return self

    def __repr__(self):
        return f"sys.flags({', '.join(f'{name}={getattr(self, name)!r}' for name in _FIELDS)})"

    n_fields = n_sequence_fields = len(_FIELDS)
    n_unnamed_fields = 0


Flags.__module__, Flags.__name__, Flags.__qualname__ = "sys", "flags", "flags"

_OTHERS = ("gil", "thread_inherit_context", "context_aware_warnings")
"""Fields that are no part of the tuple."""

_own = {name: getattr(sys.flags, name) for name in (*_FIELDS, *_OTHERS) if hasattr(sys.flags, name)}


class Options:
    """What a command line asks for."""

    def __init__(self):
        self.counts = dict.fromkeys(_COUNTED.values(), 0)
        self.unbuffered = False
        self.is_interactive = False
        self.encoding, self.errors = "utf-8", None
        self.warnings = []
        self.extra = {}

    def take(self, letter, value=None) -> bool:
        """Take an option; False if there is none of that letter."""
        if letter == "W":
            self.warnings.append(value)
        elif letter == "X":
            name, has_value, text = value.partition("=")
            self.extra[name] = text if has_value else True
        elif letter in _COUNTED:
            self.counts[_COUNTED[letter]] += 1
        elif letter not in _WITHOUT_EFFECT:
            return False
        self.unbuffered = self.unbuffered or letter == "u"
        self.is_interactive = self.is_interactive or letter == "i"
        return True

    def apply(self) -> None:
        """Make the running process one that was started so: its flags, paths and warnings."""
        counts = self.counts
        if counts["isolated"]:
            counts.update(ignore_environment=1, no_user_site=1, safe_path=1)
        environ = self._environ
        for name, flag in _OF_ENVIRONMENT.items():
            counts[flag] = max(counts[flag], _level(environ.get(name, ""), flag in _LEVELS))
        dev_mode = "dev" in self.extra or bool(environ.get("PYTHONDEVMODE"))
        self.unbuffered = self.unbuffered or bool(environ.get("PYTHONUNBUFFERED"))
        is_utf8 = self._set("utf8", "PYTHONUTF8") == "1"
        encoding, _, self.errors = environ.get("PYTHONIOENCODING", "").partition(":")
        if not encoding and not self.errors and (is_utf8 or _locale() in _ESCAPING_LOCALES):
            self.errors = "surrogateescape"
        self.encoding = codecs.lookup(encoding or self.encoding).name
        digits = self._set("int_max_str_digits", "PYTHONINTMAXSTRDIGITS")
        if digits:
            sys.set_int_max_str_digits(int(digits))
        counts["safe_path"] = bool(counts["safe_path"])
        sys.flags = Flags({
            **_own,
            **counts,
            "dev_mode": dev_mode,
            "interactive": int(self.is_interactive),
            "utf8_mode": int(is_utf8),
            "warn_default_encoding": int(bool(self._set("warn_default_encoding", "PYTHONWARNDEFAULTENCODING"))),
            "hash_randomization": int(environ.get("PYTHONHASHSEED") != "0"),
            "int_max_str_digits": sys.get_int_max_str_digits(),
        })
        sys._xoptions = self.extra
        sys.dont_write_bytecode = bool(counts["dont_write_bytecode"])
        optimize_imports(counts["optimize"])
        _set_path(environ.get("PYTHONPATH", ""), counts["safe_path"])
        sys.warnoptions = [
            *(["default"] if dev_mode else []),
            *filter(None, environ.get("PYTHONWARNINGS", "").split(",")),
            *self.warnings,
            *_WORDS_OF_BYTES_WARNING.get(counts["bytes_warning"], ["error::BytesWarning"]),
        ]

    def filter_warnings(self):
        """Filter by ``sys.warnoptions``; those that can't be understood are told of on stderr."""
        warnings._processoptions(sys.warnoptions)

    @property
    def problem(self):
        """What keeps the interpreter from starting, for stderr; None if nothing does."""
        return option_values.first_problem(self.extra, self._environ)

    @property
    def _environ(self):
        is_ignored = self.counts["ignore_environment"] or self.counts["isolated"]
        return {} if is_ignored else os.environ

    def _set(self, option, variable):
        """What an option of ``-X`` is set to, or else its variable; "1" where it is just there."""
        value = self.extra.get(option)
        return "1" if value is True else value or self._environ.get(variable, "")


_ESCAPING_LOCALES = ("", "C", "POSIX", "C.UTF-8", "C.utf8")
"""With these what is no text can be read and written all the same; see ``get_stdio_errors``."""


def _locale() -> str:
    values = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next(filter(None, values), "")


def _level(text, has_levels) -> int:
    """``PYTHONOPTIMIZE=2`` is 2; what is set to anything else counts as once."""
    if has_levels and text.isdecimal():
        return int(text)
    return int(text != "")


def optimize_imports(level) -> None:
    """Have modules that are imported from now on compiled so."""
    SourceFileLoader.source_to_code.__kwdefaults__ = {"_optimize": level}


def _set_path(of_environment, is_safe):
    first = [] if is_safe else sys.path[:1]
    added = [os.path.abspath(entry) for entry in of_environment.split(":")] if of_environment else []
    sys.path[:] = [*first, *added, *sys.path[1:]]
