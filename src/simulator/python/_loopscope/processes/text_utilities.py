"""The programs that read and write text: ``cat``, ``head``, ``sort``, ``grep`` …"""

import os
import re

from .utilities import Failure, options, programs, put


def _inputs(names):
    """The name and the whole of each file, or of standard input."""
    for name in names or ["-"]:
        fd = 0 if name == "-" else os.open(name, os.O_RDONLY)
        yield name, b"".join(iter(lambda: os.read(fd, 65_536), b""))
        if fd:
            os.close(fd)


def _lines(names):
    for _, data in _inputs(names):
        yield from data.splitlines(keepends=True)


def cat(args):
    _, names = options(args, "u")
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


def wc(args):
    letters, names = options(args, "lwc")
    for name, data in _inputs(names):
        counts = {"l": data.count(b"\n"), "w": len(data.split()), "c": len(data)}
        shown = [counts[letter] for letter in "lwc" if not letters or letter in letters]
        width = 1 if len(shown) == 1 else 7
        columns = " ".join(f"{count:{width}}" for count in shown)
        put(f"{columns}{'' if name == '-' else ' ' + name}\n")


def _count_option(args):
    """What ``-n N``, ``-N`` or ``-c N`` asks for: the unit, the number, and the other arguments."""
    match = re.fullmatch(r"-([nc]?)(.*)", args[0]) if args else None
    if not match:
        return "lines", 10, args
    unit = "bytes" if match[1] == "c" else "lines"
    number, rest = (match[2], args[1:]) if match[2] else (args[1], args[2:])
    if not number.isdigit():
        raise Failure(f"invalid number of {unit}: ‘{number}’")
    return unit, int(number), rest


def _open(name):
    try:
        return 0 if name == "-" else os.open(name, os.O_RDONLY)
    except OSError as error:
        raise Failure(f"cannot open '{name}' for reading: {error.strerror}") from None


def head(args):
    unit, count, names = _count_option(args)
    for name in names or ["-"]:
        fd, data = _open(name), b""
        # No more than it needs, so that whoever writes into the pipe learns of its end.
        while (len(data) if unit == "bytes" else data.count(b"\n")) < count:
            more = os.read(fd, 4_096)
            if not more:
                break
            data += more
        os.write(1, _first(data, unit, count))


def _first(data, unit, count):
    return data[:count] if unit == "bytes" else b"".join(data.splitlines(keepends=True)[:count])


def tail(args):
    unit, count, names = _count_option(args)
    for name in names or ["-"]:
        fd = _open(name)
        data = b"".join(iter(lambda: os.read(fd, 65_536), b""))
        pieces = data if unit == "bytes" else data.splitlines(keepends=True)
        last = pieces[max(len(pieces) - count, 0) :]
        os.write(1, last if unit == "bytes" else b"".join(last))


def sort(args):
    letters, names = options(args, "rnu")
    key = (lambda line: int(re.match(rb"\s*(-?\d+)?", line)[1] or 0)) if "n" in letters else None
    lines = [line.rstrip(b"\n") for line in _lines(names)]
    lines = sorted(set(lines) if "u" in letters else lines, key=key, reverse="r" in letters)
    os.write(1, b"".join(line + b"\n" for line in lines))


def grep(args):
    letters, rest = options(args, "vicE")
    if not rest:
        raise Failure("usage: grep [-vicE] PATTERN [FILE]...", 2)
    pattern = re.compile(rest[0].encode(), re.IGNORECASE if "i" in letters else 0)
    found = [
        line for line in _lines(rest[1:]) if bool(pattern.search(line)) is ("v" not in letters)
    ]
    os.write(1, b"%d\n" % len(found) if "c" in letters else b"".join(found))
    return 0 if found else 1


def tee(args):
    letters, names = options(args, "a")
    flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if "a" in letters else os.O_TRUNC)
    outputs = [1, *(os.open(name, flags, 0o666) for name in names)]
    while data := os.read(0, 65_536):
        for fd in outputs:
            os.write(fd, data)
    for fd in outputs[1:]:
        os.close(fd)


def yes(args):
    line = f"{' '.join(args) or 'y'}\n".encode()
    while True:
        os.write(1, line * (4_096 // len(line) or 1))


def seq(args):
    try:
        numbers = [int(word) for word in args]
    except ValueError as error:
        word = str(error).partition("'")[2].rstrip("'")
        raise Failure(f"invalid floating point argument: ‘{word}’") from None
    first = numbers[0] if len(numbers) > 1 else 1
    step = numbers[1] if len(numbers) > 2 else 1
    put("".join(f"{n}\n" for n in range(first, numbers[-1] + (1 if step > 0 else -1), step)))


TEXT_UTILITIES = programs(cat, grep, head, seq, sort, tail, tee, wc, yes)
