"""The few programs besides ``python`` and ``sh``; :mod:`.text_utilities` has those that read files.

Each takes its name and its arguments, works on descriptors 0, 1 and 2 of the running process, and
prints what GNU's prints. What it cannot do, it refuses by name.
"""

import ast
import functools
import getopt
import os
import re
import signal
import time

from .. import kernel, moments, parking


class Failure(Exception):
    """The program ends with this message on stderr, and this status: 1, if none is given."""


def run(utility, argv) -> int:
    """Have a program do its work in the running process; its exit status."""
    try:
        return utility(*argv) or 0
    except Failure as failure:
        message, status, *_ = *failure.args, 1
        return _complain(f"{argv[0]}: {message}", status)
    except BrokenPipeError:
        kernel.process.end(int(signal.SIGPIPE))
    except OSError:
        return _complain(f"{argv[0]}: {argv[0].rpartition(' ')[2]}: I/O error", 1)


def _complain(message, status):
    try:
        os.write(2, os.fsencode(f"{message}\n"))
    except OSError:
        # Nobody hears of it.
        pass
    return status


def put(text):
    os.write(1, os.fsencode(text))


def options(args, known="") -> tuple:
    """The options given, as ``getopt`` writes those that are known, and the other arguments."""
    try:
        given, rest = getopt.gnu_getopt(args, known)
    except getopt.GetoptError as error:
        raise Failure(error.msg.replace("not recognized", "is not supported here")) from None
    return dict(given), rest


def _unescaped(text):
    known = r"\\(?:[abfnrtv\\]|[0-7]{1,3})"
    return re.sub(known, lambda match: ast.literal_eval(f"'{match[0]}'"), text)


def _echo(name, *args, in_shell=False):
    if not in_shell and args and re.fullmatch("-[neE]*[eE]", args[0]):
        raise Failure(f"option {args[0]} is not supported here")
    end = "" if args[:1] == ("-n",) else "\n"
    text = " ".join(args if end else args[1:])
    put((_unescaped(text) if in_shell else text) + end)


def _printf(name, form="", *values):
    kinds = {**dict.fromkeys("diox", int), **dict.fromkeys("efg", float), "s": str}
    rest = list(values)

    def converted(match):
        if match[0] == "%%":
            return "%"
        value, kind = rest.pop(0) if rest else "", kinds[match[0][-1]]
        try:
            return match[0] % (kind(value) if value else kind())
        except ValueError:
            raise Failure(f"{value}: expected numeric value") from None

    while True:
        before = len(rest)
        put(re.sub(r"%%|%[-+ 0#]*\d*(?:\.\d+)?[dioxefgs]", converted, _unescaped(form)))
        if len(rest) in (0, before):
            return


def _sleep(name, *words):
    found = [re.fullmatch(r"(\d+\.?\d*|\.\d+|infinity)([smhd]?)", word) for word in words]
    if not words or None in found:
        why = f"invalid time interval ‘{words[found.index(None)]}’" if words else "missing operand"
        raise Failure(f"{why}\nTry '{name} --help' for more information.")
    units = {"": 1, "s": 1, "m": 60, "h": 3_600, "d": 86_400}
    seconds = sum(float(match[1]) * units[match[2]] for match in found)
    parking.wait(None if seconds == float("inf") else moments.after(seconds))


def _kill(name, *args):
    option, *pids = args if args and args[0].startswith("-") else ("-TERM", *args)
    text = pids.pop(0) if option == "-s" and pids else option[1:]
    signal_name = f"SIG{text.removeprefix('SIG')}"
    number = int(text) if text.isdigit() else getattr(signal, signal_name, None)
    if number is None or not pids:
        raise Failure("only kill [-s SIGNAL | -SIGNAL] PID... is supported here", 2)
    for pid in pids:
        try:
            os.kill(int(pid), number)
        except ValueError:
            raise Failure(f"Illegal number: {pid}", 2) from None
        except ProcessLookupError:
            raise Failure("No such process\n") from None


def _date(name, form="+%a %b %e %H:%M:%S UTC %Y", *rest):
    if rest or not form.startswith("+"):
        raise Failure("only date [+FORMAT] is supported here")
    now = time.time_ns()
    form = form[1:].replace("%N", f"{now % 10**9:09}").replace("%Z", "UTC")
    put(time.strftime(form, time.gmtime(now // 10**9)) + "\n")


def _umask(name, *args):
    mask = os.umask(0)
    os.umask(mask)
    if not args:
        put(f"{mask:04o}\n")
    elif len(args) == 1 and re.fullmatch("[0-7]+", args[0]):
        os.umask(int(args[0], 8))
    elif args[0].startswith("-") or set(args[0]) & set("=+,"):
        raise Failure("only umask [OCTAL] is supported here", 2)
    else:
        raise Failure(f"Illegal mode: {args[0]}", 2)


BUILT_IN = {"echo": functools.partial(_echo, in_shell=True), "kill": _kill, "printf": _printf,
            "pwd": lambda *words: put(f"{os.getcwd()}\n"), "true": lambda *words: 0,
            "false": lambda *words: 1, "umask": _umask}  # fmt: skip
"""Those that a shell does itself, without a process."""

_NO_PROGRAM = ("umask",)

UTILITIES = {name: utility for name, utility in BUILT_IN.items() if name not in _NO_PROGRAM}
UTILITIES.update({"date": _date, "echo": _echo, "sleep": _sleep})
