"""The programs that look at folders and change them: ``ls``, ``mkdir``, ``rm``, ``touch``."""

import os

from .utilities import Failure, options, programs, put


def ls(args):
    letters, names = options(args, "1aA")
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
            put(f"{chr(10) if index else ''}{name}:\n")
        if os.path.isdir(name):
            entries = hidden + [
                each for each in entries if not each.startswith(".") or "a" in letters.lower()
            ]
        put("".join(f"{entry}\n" for entry in entries))
    return status


def touch(args):
    for name in args:
        os.close(os.open(name, os.O_WRONLY | os.O_CREAT, 0o666))


def rm(args):
    letters, names = options(args, "f")
    for name in names:
        try:
            os.remove(name)
        except OSError as error:
            if "f" not in letters:
                raise Failure(f"cannot remove '{name}': {error.strerror}") from None


def mkdir(args):
    letters, names = options(args, "p")
    for name in names:
        try:
            os.makedirs(name, exist_ok=True) if "p" in letters else os.mkdir(name)
        except OSError as error:
            raise Failure(f"cannot create directory ‘{name}’: {error.strerror}") from None


FILE_UTILITIES = programs(ls, mkdir, rm, touch)
