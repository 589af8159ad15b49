"""What ``-X`` options and their variables can't be set to: with such a value ``python`` does not start.

The words are those of Python/preconfig.c and Python/initconfig.c, and so is the order.
"""

import codecs

_LEAST_DIGITS = 640


def _is_flag(text):
    return text in ("0", "1")


def _is_number(text):
    return text.isdecimal()


def _is_limit(text):
    return text.isdecimal() and (int(text) == 0 or int(text) >= _LEAST_DIGITS)


def _is_count(text):
    return text == "default" or text.isdecimal() and int(text) > 0


def _is_codec(text):
    name = text.partition(":")[0]
    try:
        return not name or bool(codecs.lookup(name))
    except LookupError:
        return False


_PREINITIALIZING, _PREINITIALIZED = "preinitializing", "preinitialized"

_OF_LIMIT = "invalid limit; must be >= 640 or 0 for unlimited."
_OF_CPUS = (
    "config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, "
    "n must be greater than 0"
)
_OF_GIL = 'config_read_gil: PYTHON_GIL / -X gil must be "0" or "1"'
_OF_IMPORTS = "values other than 1 and 2 are reserved for future use."

_CHECKS = (
    ("utf8", _is_flag, _PREINITIALIZING, "preconfig_init_utf8_mode: invalid -X utf8 option value"),
    ("PYTHONUTF8", _is_flag, _PREINITIALIZING,
     "preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value"),
    ("PYTHONHASHSEED", lambda text: text == "random" or text.isdecimal() and int(text) < 2**32, _PREINITIALIZED,
     'config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]'),
    ("importtime", lambda text: text in ("1", "2"), _PREINITIALIZED,
     f"config_init_import_time: -X importtime: {_OF_IMPORTS}"),
    ("int_max_str_digits", _is_limit, _PREINITIALIZED,
     f"config_init_int_max_str_digits: -X int_max_str_digits: {_OF_LIMIT}"),
    ("PYTHONINTMAXSTRDIGITS", _is_limit, _PREINITIALIZED,
     f"config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: {_OF_LIMIT}"),
    ("cpu_count", _is_count, _PREINITIALIZED, _OF_CPUS),
    ("PYTHON_CPU_COUNT", _is_count, _PREINITIALIZED, _OF_CPUS),
    ("gil", _is_flag, _PREINITIALIZED, _OF_GIL),
    ("PYTHON_GIL", _is_flag, _PREINITIALIZED, _OF_GIL),
    ("tracemalloc", _is_number, _PREINITIALIZED,
     "config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames"),
    ("PYTHONTRACEMALLOC", _is_number, _PREINITIALIZED,
     "config_init_tracemalloc: PYTHONTRACEMALLOC: invalid number of frames"),
    ("thread_inherit_context", _is_flag, _PREINITIALIZED,
     "config_init_thread_inherit_context: -X thread_inherit_context=n: n is missing or invalid"),
    ("PYTHON_THREAD_INHERIT_CONTEXT", _is_flag, _PREINITIALIZED,
     "config_init_thread_inherit_context: PYTHON_THREAD_INHERIT_CONTEXT=N: N is missing or invalid"),
    ("context_aware_warnings", _is_flag, _PREINITIALIZED,
     "config_init_context_aware_warnings: -X context_aware_warnings=n: n is missing or invalid"),
    ("PYTHON_CONTEXT_AWARE_WARNINGS", _is_flag, _PREINITIALIZED,
     "config_init_context_aware_warnings: PYTHON_CONTEXT_AWARE_WARNINGS=N: N is missing or invalid"),
    ("frozen_modules", lambda text: text in ("on", "off"), _PREINITIALIZED,
     'bad value for option -X frozen_modules (expected "on" or "off")'),
    ("PYTHON_FROZEN_MODULES", lambda text: text in ("on", "off"), _PREINITIALIZED,
     'bad value for PYTHON_FROZEN_MODULES (expected "on" or "off")'),
    ("PYTHONIOENCODING", _is_codec, "core initialized",
     "init_stdio_encoding: failed to get the Python codec name of the stdio encoding"),
)  # fmt: skip

_NEED_A_VALUE = ("int_max_str_digits", "cpu_count", "gil", "thread_inherit_context", "context_aware_warnings")


def first_problem(extra, environ):
    """What keeps ``python`` from starting with these options and variables, for stderr; None if nothing does."""
    for name, is_right, state, message in _CHECKS:
        if name.isupper():
            value = environ.get(name, "")
            is_wrong = value != "" and not is_right(value)
        else:
            value = extra.get(name)
            is_wrong = name in _NEED_A_VALUE if value is True else value is not None and not is_right(value)
        if is_wrong:
            return f"Fatal Python error: {message}\nPython runtime state: {state}\n"
    return None
