"""The programs that read files and folders, and ``seq``."""

import os
import re
import stat
from itertools import islice

from .utilities import Failure, options, put, run


def _opened(files, trouble="{}: {}", status=1):
    """The one file, or standard input."""
    file, *others = files or ["-"]
    if others:
        raise Failure("several files at once are not supported here", status)
    try:
        return open(0, "rb", closefd=False) if file == "-" else open(file, "rb")
    except OSError as error:
        raise Failure(trouble.format(file, error.strerror), status) from None


def _cat(name, *args):
    return max(run(_copy, [name, file]) for file in options(args)[1] or ["-"])


def _copy(name, file):
    for chunk in iter(_opened([file]).read1, b""):
        os.write(1, chunk)


def _wc(name, *args):
    given, files = options(args, "lwc")
    file = _opened(files)
    is_regular, data = stat.S_ISREG(os.fstat(file.fileno()).st_mode), file.read()
    counts = {"-l": data.count(b"\n"), "-w": len(data.split()), "-c": len(data)}
    shown = [count for option, count in counts.items() if not given or option in given]
    width = 1 if len(shown) == 1 else len(str(len(data))) if is_regular else 7
    put(" ".join([*(f"{count:{width}}" for count in shown), *files]) + "\n")


def _part(args):
    """What ``-n N``, ``-c N`` or ``-N`` asks for: how many, whether bytes, and of what."""
    first = [re.sub(r"^-(?=\d)", "-n", word) for word in args[:1]]
    given, files = options([*first, *args[1:]], "n:c:")
    number = given.get("-c") or given.get("-n", "10")
    if not re.fullmatch(r"\+?\d+", number):
        raise Failure(f"the number ‘{number}’ is not supported here")
    return number, "-c" in given, _opened(files, "cannot open '{}' for reading: {}")


def _head(name, *args):
    number, in_bytes, file = _part(args)
    # No more than it needs, so that whoever writes into the pipe learns of its end.
    os.write(1, file.read(int(number)) if in_bytes else b"".join(islice(file, int(number))))


def _tail(name, *args):
    number, in_bytes, file = _part(args)
    pieces = [bytes([byte]) for byte in file.read()] if in_bytes else file.readlines()
    begin = int(number) - 1 if number[0] == "+" else len(pieces) - int(number)
    os.write(1, b"".join(pieces[max(begin, 0) :]))


def _sort(name, *args):
    given, files = options(args, "rnu")
    number = re.compile(rb"\s*(-?\d*\.?\d+)?")
    key = (lambda line: float(number.match(line)[1] or 0)) if "-n" in given else bytes
    lines = [line.rstrip(b"\n") for line in _opened(files, "cannot read: {}: {}", 2)]
    if "-u" in given:
        lines = {key(line): line for line in reversed(lines)}.values()
    lines = sorted(lines, key=lambda line: (key(line), line), reverse="-r" in given)
    os.write(1, b"".join(line + b"\n" for line in lines))


def _grep(name, *args):
    given, words = options(args, "Ecinqv")
    if not words or re.search(r"\[[:.=]|\\[^].*[^$+?|(){}\\wWsSbB1-9]", words[0]):
        raise Failure("only grep [-Ecinqv] PATTERN [FILE] with a simple pattern is supported here", 2)
    pattern, *files = words
    if "-E" not in given:
        # A basic expression takes these as they are, and gives them their meaning by a backslash.
        pattern = re.sub(r"(\\?)([+?|(){}])", lambda m: m[2] if m[1] else f"\\{m[2]}", pattern)
    try:
        search = re.compile(os.fsencode(pattern), re.IGNORECASE if "-i" in given else 0).search
    except re.error:
        raise Failure(f"the pattern {words[0]} is not supported here", 2) from None
    lines = enumerate((line.rstrip(b"\n") for line in _opened(files, status=2)), 1)
    found = [each for each in lines if bool(search(each[1])) is ("-v" not in given)]
    if "-c" in given:
        put(f"{len(found)}\n")
    elif "-q" not in given:
        os.write(1, b"".join((b"%d:" % at) * ("-n" in given) + line + b"\n" for at, line in found))
    return 0 if found else 1


def _seq(name, *args):
    if not re.fullmatch(r"-?\d+( -?\d+)?|-?\d+ -?[1-9]\d* -?\d+", " ".join(args)):
        raise Failure("only one to three whole numbers are supported here")
    *begin, last = map(int, args)
    first, step = [*begin, 1, 1][:2] if len(begin) != 1 else [*begin, 1]
    put("".join(f"{n}\n" for n in range(first, last + (1 if step > 0 else -1), step)))


def _ls(name, *args):
    given, files = options(args, "1aA")
    folder, *others = files or ["."]
    if others:
        raise Failure("several folders at once are not supported here", 2)
    try:
        names = sorted(os.listdir(folder))
    except NotADirectoryError:
        return put(f"{folder}\n")
    except OSError as error:
        raise Failure(f"cannot access '{folder}': {error.strerror}", 2) from None
    if not given.keys() & {"-a", "-A"}:
        names = [each for each in names if not each.startswith(".")]
    put("".join(f"{each}\n" for each in [".", ".."] * ("-a" in given) + names))


READERS = {each.__name__[1:]: each for each in (_cat, _grep, _head, _ls, _seq, _sort, _tail, _wc)}
