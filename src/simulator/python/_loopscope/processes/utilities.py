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
from . import process

UTILITIES = {}


class _Failure(Exception):
    """The program ends with this message on stderr and this status."""

    def __init__(self, message, status=1):
        super().__init__(message)
        self.status = status


def _utility(function, name=None):
    """Register a program under the function's name, without the underscore before it."""
    name = name or function.__name__.removeprefix("_")

    @functools.wraps(function)
    def run(argv, called=None):
        try:
            return function(argv[1:]) or 0
        except _Failure as failure:
            os.write(2, f"{called or name}: {failure}\n".encode())
            return failure.status
        except BrokenPipeError:
            kernel.process.end(int(signal.SIGPIPE))

    UTILITIES[name] = run
    return function


def _put(text):
    os.write(1, text.encode())


def _options(args, known=""):
    """The letters given as options, all of them known, and the other arguments."""
    letters = ""
    while args and args[0].startswith("-") and len(args[0]) > 1:
        word, *args = args
        if word == "--":
            break
        for letter in word[1:]:
            if letter not in known:
                raise _Failure(f"invalid option -- '{letter}'")
        letters += word[1:]
    return letters, args


def _inputs(names):
    """The whole of each named file, or of standard input; missing files are an error at the end."""
    for name in names or ["-"]:
        try:
            fd = 0 if name == "-" else os.open(name, os.O_RDONLY)
        except OSError as error:
            raise _Failure(f"{name}: {error.strerror}") from None
        yield name, b"".join(iter(lambda: os.read(fd, 65_536), b""))
        if fd:
            os.close(fd)


def _lines(names):
    for _, data in _inputs(names):
        yield from data.splitlines(keepends=True)


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def _unescape(text):
    return re.sub(r"\\([abfnrtv\\])", lambda match: _ESCAPES[match[1]], text)


@_utility
def echo(args):
    newline = "\n"
    if args[:1] == ["-n"]:
        newline, args = "", args[1:]
    _put(_unescape(" ".join(args)) + newline)


@_utility
def printf(args):
    if not args:
        raise _Failure("usage: printf format [arg ...]", 2)
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
        _put(conversions.sub(convert, form))
        if not values or len(values) == before:
            break


@_utility
def true(args):
    return 0


@_utility
def false(args):
    return 1


_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}


@_utility
def sleep(args):
    if not args:
        raise _Failure("missing operand\nTry 'sleep --help' for more information.")
    seconds = 0
    for word in args:
        match = re.fullmatch(r"(\d+\.?\d*|\.\d+)([smhd]?)", word)
        if not match:
            raise _Failure(
                f"invalid time interval ‘{word}’\nTry 'sleep --help' for more information."
            )
        seconds += float(match[1]) * _UNITS[match[2] or "s"]
    threads.wait(kernel.now_ns() + kernel.to_ns(seconds))


@_utility
def cat(args):
    number, names = _options(args, "nu")
    status = 0
    for name in names or ["-"]:
        try:
            fd = 0 if name == "-" else os.open(name, os.O_RDONLY)
            while data := os.read(fd, 65_536):
                os.write(1, data)
            if fd:
                os.close(fd)
        except BrokenPipeError:
            raise
        except OSError as error:
            os.write(2, f"cat: {name}: {error.strerror}\n".encode())
            status = 1
    return status


@_utility
def pwd(args):
    _put(f"{os.getcwd()}\n")


@_utility
def ls(args):
    letters, names = _options(args, "1aA")
    status = 0
    found = []
    for name in names or ["."]:
        try:
            entries = sorted(os.listdir(name)) if os.path.isdir(name) else [name]
            os.stat(name)
        except OSError as error:
            os.write(2, f"ls: cannot access '{name}': {error.strerror}\n".encode())
            status = 2
            continue
        found.append((name, entries))
    hidden = [".", ".."] if "a" in letters else []
    for index, (name, entries) in enumerate(found):
        if len(found) > 1 and os.path.isdir(name):
            _put(f"{chr(10) if index else ''}{name}:\n")
        if os.path.isdir(name):
            entries = hidden + [
                each for each in entries if not each.startswith(".") or "a" in letters.lower()
            ]
        _put("".join(f"{entry}\n" for entry in entries))
    return status


@_utility
def kill(args):
    number = signal.SIGTERM
    if args[:1] == ["-s"] and len(args) > 1:
        number, args = _signal_of(args[1]), args[2:]
    elif args and args[0].startswith("-"):
        number, args = _signal_of(args[0][1:]), args[1:]
    if not args:
        raise _Failure(
            "Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]",
            2,
        )
    for word in args:
        if not re.fullmatch(r"-?\d+", word):
            raise _Failure(f"Illegal number: {word}", 2)
        try:
            os.kill(int(word), number)
        except ProcessLookupError:
            raise _Failure("No such process\n") from None


def _signal_of(text):
    if text.isdigit():
        return int(text)
    try:
        return signal.Signals[f"SIG{text.upper().removeprefix('SIG')}"]
    except KeyError:
        raise _Failure(f"Illegal number: -{text}", 2) from None


@_utility
def env(args):
    _put("".join(f"{name}={value}\n" for name, value in os.environ.items()))


@_utility
def seq(args):
    numbers = [int(word) for word in args]
    first = numbers[0] if len(numbers) > 1 else 1
    step = numbers[1] if len(numbers) > 2 else 1
    _put("".join(f"{n}\n" for n in range(first, numbers[-1] + (1 if step > 0 else -1), step)))


@_utility
def wc(args):
    letters, names = _options(args, "lwc")
    for name, data in _inputs(names):
        counts = {"l": data.count(b"\n"), "w": len(data.split()), "c": len(data)}
        shown = [counts[letter] for letter in "lwc" if not letters or letter in letters]
        width = 1 if len(shown) == 1 else 7
        columns = " ".join(f"{count:{width}}" for count in shown)
        _put(f"{columns}{'' if name == '-' else ' ' + name}\n")


def _count_option(args, default=10):
    """The number of ``-n N`` or ``-N``, and the other arguments."""
    if args[:1] == ["-n"] and len(args) > 1:
        return int(args[1]), args[2:]
    if args and re.fullmatch(r"-n?\d+", args[0]):
        return int(args[0].lstrip("-n")), args[1:]
    return default, args


@_utility
def head(args):
    count, names = _count_option(args)
    for name in names or ["-"]:
        fd = 0 if name == "-" else os.open(name, os.O_RDONLY)
        data = b""
        while data.count(b"\n") < count and (more := os.read(fd, 4_096)):
            data += more
        os.write(1, b"".join(data.splitlines(keepends=True)[:count]))


@_utility
def tail(args):
    count, names = _count_option(args)
    os.write(1, b"".join(list(_lines(names))[-count:]))


@_utility
def sort(args):
    letters, names = _options(args, "rnu")
    key = (lambda line: int(re.match(rb"\s*(-?\d+)?", line)[1] or 0)) if "n" in letters else None
    lines = [line.rstrip(b"\n") for line in _lines(names)]
    lines = sorted(set(lines) if "u" in letters else lines, key=key, reverse="r" in letters)
    os.write(1, b"".join(line + b"\n" for line in lines))


@_utility
def grep(args):
    letters, rest = _options(args, "vicE")
    if not rest:
        raise _Failure("usage: grep [-vicE] PATTERN [FILE]...", 2)
    pattern = re.compile(rest[0].encode(), re.IGNORECASE if "i" in letters else 0)
    found = [
        line for line in _lines(rest[1:]) if bool(pattern.search(line)) is ("v" not in letters)
    ]
    os.write(1, b"%d\n" % len(found) if "c" in letters else b"".join(found))
    return 0 if found else 1


@_utility
def tee(args):
    letters, names = _options(args, "a")
    flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if "a" in letters else os.O_TRUNC)
    outputs = [1, *(os.open(name, flags, 0o666) for name in names)]
    while data := os.read(0, 65_536):
        for fd in outputs:
            os.write(fd, data)
    for fd in outputs[1:]:
        os.close(fd)


@_utility
def yes(args):
    line = f"{' '.join(args) or 'y'}\n".encode()
    while True:
        os.write(1, line * (4_096 // len(line) or 1))


@_utility
def date(args):
    form = args[0][1:] if args and args[0].startswith("+") else "%a %b %e %H:%M:%S UTC %Y"
    now = datetime.datetime.fromtimestamp(time.time(), datetime.UTC)
    _put(now.strftime(form.replace("%e", f"{now.day:2}").replace("%s", f"{int(time.time())}")) + "\n")


@_utility
def touch(args):
    for name in args:
        os.close(os.open(name, os.O_WRONLY | os.O_CREAT, 0o666))


@_utility
def rm(args):
    letters, names = _options(args, "f")
    for name in names:
        try:
            os.remove(name)
        except OSError as error:
            if "f" not in letters:
                raise _Failure(f"cannot remove '{name}': {error.strerror}") from None


@_utility
def mkdir(args):
    letters, names = _options(args, "p")
    for name in names:
        try:
            os.makedirs(name, exist_ok=True) if "p" in letters else os.mkdir(name)
        except OSError as error:
            raise _Failure(f"cannot create directory ‘{name}’: {error.strerror}") from None


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
    raise _Failure("unexpected operator", 2)


_utility(test)


def _bracket(args):
    if args[-1:] != ["]"]:
        raise _Failure("missing ]", 2)
    return test(args[:-1])


_utility(_bracket, "[")
