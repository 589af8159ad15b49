"""The commands that the shell does itself, because they concern its own state."""

import os

from . import process
from .shell_syntax import parse
from .utilities import UTILITIES


class Exit(Exception):
    """The shell ends, with this status."""

    def __init__(self, status):
        super().__init__(status)
        self.status = status


class LoopEnd(Exception):
    """``break``, or ``continue``."""

    def __init__(self, goes_on):
        super().__init__()
        self.goes_on = goes_on


def _break(shell, words):
    raise LoopEnd(goes_on=False)


def _continue(shell, words):
    raise LoopEnd(goes_on=True)


def _cd(shell, words):
    target = words[1] if len(words) > 1 else shell.value_of("HOME") or "/"
    try:
        os.chdir(target)
    except OSError:
        return shell.complain(f"cd: can't cd to {target}", 2)
    shell.assign("PWD", os.getcwd())
    return 0


def _exit(shell, words):
    status = words[1] if len(words) > 1 else str(shell.status)
    if not status.isdigit():
        raise Exit(shell.complain(f"exit: Illegal number: {status}", 2))
    raise Exit(int(status) & 0xFF)


def _export(shell, words):
    for word in words[1:]:
        name, equals, value = word.partition("=")
        value = value if equals else shell.variables.get(name, shell.exported.get(name, ""))
        shell.variables.pop(name, None)
        shell.exported[name] = value
    return 0


def _unset(shell, words):
    for name in words[1:]:
        shell.variables.pop(name, None)
        shell.exported.pop(name, None)
    return 0


def _shift(shell, words):
    count = int(words[1]) if len(words) > 1 else 1
    del shell.arguments[:count]
    return 0


def _set(shell, words):
    for word in words[1:]:
        if word in ("-e", "+e"):
            shell.stops_on_failure = word == "-e"
        else:
            return shell.complain(f"set: Illegal option {word}", 2)
    return 0


def _read(shell, words):
    """``read NAME...``: one line of input, byte by byte so that the rest stays for others."""
    line = bytearray()
    while (byte := os.read(0, 1)) not in (b"", b"\n"):
        line += byte
    names = [word for word in words[1:] if word != "-r"]
    fields = line.decode(errors="replace").split(maxsplit=max(len(names) - 1, 0))
    for index, name in enumerate(names):
        shell.assign(name, fields[index].rstrip() if index < len(fields) else "")
    return 0 if byte else 1


def _wait(shell, words):
    for word in words[1:] or [-1]:
        try:
            while True:
                _, status = process.wait(int(word), 0)
                if word != -1:
                    break
        except ChildProcessError:
            return 0 if word == -1 else 127
        if word != -1:
            return 128 + status if status & 0x7F else status >> 8
    return 0


def _eval(shell, words):
    return shell.execute(parse(" ".join(words[1:])))


def _exec(shell, words):
    raise Exit(shell.run_program(words[1:], {}, True)) if words[1:] else Exit(0)


def _utility(name):
    return lambda shell, words: UTILITIES[name](words, f"{shell.name}: 1: {name}")


BUILTINS = {
    ":": lambda shell, words: 0,
    "break": _break,
    "cd": _cd,
    "continue": _continue,
    "eval": _eval,
    "exec": _exec,
    "exit": _exit,
    "export": _export,
    "read": _read,
    "set": _set,
    "shift": _shift,
    "unset": _unset,
    "wait": _wait,
    **{name: _utility(name) for name in "echo false kill printf pwd test [ true".split()},
}
