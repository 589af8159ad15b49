"""What a process runs, in one line for people to read."""

import os
import shlex

_LONGEST = 200
_LONGEST_NAME = 40
_SHELLS = ("sh", "bash", "dash")


def shown(argv) -> str:
    """``python -c 'import sys …'`` or ``sleep 5``; what a shell was told, without the shell."""
    name = _name_of(argv)
    if name in _SHELLS and argv[1:2] == ["-c"] and len(argv) > 2:
        return _cut(_first_line(argv[2]), _LONGEST)
    words = [name, *(_quoted(_first_line(word)) for word in argv[1:])]
    return _cut(" ".join(words), _LONGEST)


def name_of(argv) -> str:
    """The same in a few words: ``python -c …``."""
    if argv[1:2] == ["-c"] and _name_of(argv) not in _SHELLS:
        return f"{_name_of(argv)} -c …"
    return _cut(shown(argv), _LONGEST_NAME)


def _name_of(argv) -> str:
    """``/usr/bin/python3`` is ``python``."""
    name = os.path.basename(argv[0]) if argv else ""
    return "python" if name.startswith("python") else name


def _quoted(word) -> str:
    if "'" in word and not set(word) & set('"$`\\'):
        return f'"{word}"'
    return shlex.quote(word)


def _first_line(text) -> str:
    lines = text.strip().splitlines() or [""]
    return lines[0] if len(lines) == 1 else f"{lines[0]} …"


def _cut(text, longest) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
