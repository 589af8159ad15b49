"""The few programs besides ``python`` and ``sh``: what they print is what GNU's print.

Each is a function of its arguments that works on descriptors 0, 1 and 2 of the process it runs in
and gives the exit status. An option that one does not know is refused as GNU's would refuse it.
"""

import datetime
import functools
import os
import re
import signal
import time

from .. import kernel, threads


class Failure(Exception):
    """The program ends with this message on stderr and this status."""

    def __init__(self, message, status=1):
        super().__init__(message)
        self.status = status


def programs(*functions, **named):
    """What runs for each name: a function of all words, the name first, that gives the status."""
    return {
        name: functools.partial(_run, name, function)
        for name, function in {**{f.__name__: f for f in functions}, **named}.items()
    }


def _run(name, function, argv, called=None):
    try:
        return function(argv[1:]) or 0
    except Failure as failure:
        message, status = failure, failure.status
    except BrokenPipeError:
        kernel.process.end(int(signal.SIGPIPE))
    except OSError as error:
        message, status = f"{error.filename}: {error.strerror}", 1
    except ValueError:
        message, status = f"invalid argument: {' '.join(argv[1:])}", 1
    os.write(2, f"{called or name}: {message}\n".encode())
    return status


def put(text):
    os.write(1, text.encode())


def options(args, known=""):
    """The letters given as options, all of them known, and the other arguments."""
    letters = ""
    while args and args[0].startswith("-") and len(args[0]) > 1:
        word, *args = args
        if word == "--":
            break
        for letter in word[1:]:
            if letter not in known:
                raise Failure(f"invalid option -- '{letter}'")
        letters += word[1:]
    return letters, args


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def _unescape(text):
    return re.sub(r"\\([abfnrtv\\])", lambda match: _ESCAPES[match[1]], text)


def echo(args):
    newline = "\n"
    if args[:1] == ["-n"]:
        newline, args = "", args[1:]
    put(_unescape(" ".join(args)) + newline)


def printf(args):
    if not args:
        raise Failure("usage: printf format [arg ...]", 2)
    form, values = _unescape(args[0]), list(args[1:])
    conversions = re.compile(r"%([-+ 0#]*\d*(?:\.\d+)?)([sdiufxXocb%])")

    def convert(match):
        flags, kind = match.groups()
        if kind == "%":
            return "%"
        value = values.pop(0) if values else ""
        if kind in "diuxXo":
            return f"%{flags}{kind.replace('u', 'd')}" % int(value or 0)
        if kind == "f":
            return f"%{flags}f" % float(value or 0)
        return f"%{flags}s" % (_unescape(value) if kind == "b" else value)

    while True:
        before = len(values)
        put(conversions.sub(convert, form))
        if not values or len(values) == before:
            break


def true(args):
    return 0


def false(args):
    return 1


_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}


def sleep(args):
    if not args:
        raise Failure("missing operand\nTry 'sleep --help' for more information.")
    seconds = 0
    for word in args:
        match = re.fullmatch(r"(\d+\.?\d*|\.\d+)([smhd]?)", word)
        if not match:
            raise Failure(
                f"invalid time interval ‘{word}’\nTry 'sleep --help' for more information."
            )
        seconds += float(match[1]) * _UNITS[match[2] or "s"]
    threads.wait(kernel.now_ns() + kernel.to_ns(seconds))


def pwd(args):
    put(f"{os.getcwd()}\n")


def kill(args):
    number = signal.SIGTERM
    if args[:1] == ["-s"] and len(args) > 1:
        number, args = _signal_of(args[1]), args[2:]
    elif args and args[0].startswith("-"):
        number, args = _signal_of(args[0][1:]), args[1:]
    if not args:
        raise Failure(
            "Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]",
            2,
        )
    for word in args:
        if not re.fullmatch(r"-?\d+", word):
            raise Failure(f"Illegal number: {word}", 2)
        try:
            os.kill(int(word), number)
        except ProcessLookupError:
            raise Failure("No such process\n") from None


def _signal_of(text):
    if text.isdigit():
        return int(text)
    try:
        return signal.Signals[f"SIG{text.upper().removeprefix('SIG')}"]
    except KeyError:
        raise Failure(f"Illegal number: -{text}", 2) from None


def env(args):
    put("".join(f"{name}={value}\n" for name, value in os.environ.items()))


def date(args):
    form = args[0][1:] if args and args[0].startswith("+") else "%a %b %e %H:%M:%S UTC %Y"
    now = datetime.datetime.fromtimestamp(time.time(), datetime.UTC)
    form = form.replace("%e", f"{now.day:2}").replace("%s", str(int(now.timestamp())))
    put(now.strftime(form) + "\n")


_TESTS = {
    "-e": os.path.exists,
    "-f": os.path.isfile,
    "-d": os.path.isdir,
    "-n": bool,
    "-z": lambda text: not text,
}
_COMPARISONS = {"=": "eq", "!=": "ne", "-eq": "eq", "-ne": "ne", "-lt": "lt", "-le": "le",
                "-gt": "gt", "-ge": "ge"}  # fmt: skip


def test(args):
    """``test EXPRESSION``, of one, two or three words, after any number of ``!``."""
    if args[:1] == ["!"]:
        return int(not test(args[1:]))
    match args:
        case []:
            return 1
        case [text]:
            return int(not text)
        case [operator, text] if operator in _TESTS:
            return int(not _TESTS[operator](text))
        case [left, operator, right] if operator in _COMPARISONS:
            if operator.startswith("-"):
                left, right = int(left), int(right)
            return int(not getattr(left, f"__{_COMPARISONS[operator]}__")(right))
    raise Failure("unexpected operator", 2)


def _bracket(args):
    if args[-1:] != ["]"]:
        raise Failure("missing ]", 2)
    return test(args[:-1])


UTILITIES = programs(
    date, echo, env, false, kill, printf, pwd, sleep, test, true, **{"[": _bracket}
)
