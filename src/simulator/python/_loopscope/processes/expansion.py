"""What quotes protect in a shell's words, and what is put in place of ``$name`` and ``~``.

Before ``shlex`` cuts a text into words and takes the quotes away, operators are set apart by
blanks, a character that quotes protect is moved to Unicode's private area, and a variable's name is
set between marks. So of what ``shlex`` gives, whatever looks like syntax is syntax.
"""

import os
import re
import string

from .arithmetic import value_of_expression

NEWLINE = "\ue904"
_UNQUOTED, _QUOTED, _END, _BLANK = "\ue900", "\ue901", "\ue902", "\ue903"
_COUNTED = "\ue905"
_PROTECTED = {ord(char): 0xE000 + ord(char) for char in string.punctuation}
_PLAIN = {kept: char for char, kept in _PROTECTED.items()}
WILDCARD = re.compile(f"[*?[](?!{_END})")

_VARIABLE = r"""\$\(\((?P<counted>(?:[^()]|\([^()]*\))*)\)\) | \$\{(?P<braced>\w+)\} | \$(?P<name>[A-Za-z_]\w*|[?$])
    | (?P<refused>`|\$[({@*\#!0-9-])"""
_IN_QUOTES = re.compile(rf'\\(?P<escaped>[$`"\\\n]) | {_VARIABLE} | (?P<mark>[^\w\s])', re.VERBOSE)
_TEXT = re.compile(
    rf"""'(?P<single>[^']*)' | "(?P<double>(?:\\.|[^"\\])*)" | \\(?P<escaped>.) | {_VARIABLE}
    | (?<![^\s;&|])(?P<comment>\#[^\n]*)
    | (?P<operator>(?:(?<![^\s;&|])\d)?(?:>>|[<>]&|<<|[<>]) | && | \|\| | ;; | [;&|()\n])""",
    re.VERBOSE | re.DOTALL,
)


class SyntaxProblem(Exception):
    """The shell ends: the text is no command, or has what is not available."""


def refuse(what):
    raise SyntaxProblem(f"{what} is not available in this shell: write that part in Python")


def marked(text) -> str:
    return _TEXT.sub(_mark, text)


def fields(word, value_of) -> list:
    """The arguments that a word stands for: none, where it is only variables without a value."""
    parts = _expanded(word, value_of, _BLANK).split(_BLANK)
    return [_plain(part) for part in parts if part or _UNQUOTED not in word]


def text_of(word, value_of) -> str:
    """The word as one argument, as in an assignment or a redirection."""
    return _plain(_expanded(word, value_of, r"\g<0>"))


def _mark(match, quote=_UNQUOTED):
    text = match[match.lastgroup]
    match match.lastgroup:
        case "single":
            return f"'{text.translate(_PROTECTED)}'"
        case "double":
            return f'"{_IN_QUOTES.sub(lambda inner: _mark(inner, _QUOTED), text)}"'
        case "escaped" | "mark":
            return "" if text == "\n" else text.translate(_PROTECTED)
        case "braced" | "name":
            return f"{quote}{text}{_END}"
        case "counted":
            return f"{_COUNTED}{''.join(text.split()).translate(_PROTECTED)}{_END}"
        case "operator":
            return f" {text.replace('\n', NEWLINE)} "
        case "refused":
            refuse({"`": "`...`", "$(": "$(...)", "${": "${...}"}.get(text, text))
    return ""


def _expanded(word, value_of, blank):
    def value(match):
        if match[1] == _COUNTED:
            return _counted(_plain(match[2]), value_of).translate(_PROTECTED)
        found = value_of(match[2]).translate(_PROTECTED)
        return found if match[1] == _QUOTED else re.sub(r"\s+", blank, found)

    return re.sub(f"([{_UNQUOTED}{_QUOTED}{_COUNTED}])(.*?){_END}", value, word)


def _counted(text, value_of):
    try:
        return str(value_of_expression(text, value_of))
    except ValueError as problem:
        raise SyntaxProblem(str(problem)) from None


def _plain(part):
    return (os.path.expanduser(part) if part.startswith("~") else part).translate(_PLAIN)
