"""The grammar of ``sh``: lists, pipelines, redirections, ``for``; the rest is refused by name."""

import re
import shlex
from typing import NamedTuple

from .expansion import NEWLINE, WILDCARD, SyntaxProblem, marked, refuse


class Command(NamedTuple):
    """A program and its arguments; or, with a variable, a ``for`` through the words.

    The variable is ``(`` where the body is for a shell of its own.
    """

    words: list
    assignments: list  # of (name, word)
    redirections: list  # of (descriptor, operator, word)
    variable: str = ""
    body: list = []


_UNAVAILABLE = set(
    ". : ! [ [[ { alias break case cd command continue eval export function getopts if local read "
    "readonly return set shift source test times trap type unset until wait while".split()
)
_SEPARATORS = (";", "&", NEWLINE)
_OPENING = {*_SEPARATORS, "&&", "||", "|", "do", "("}


def parse(text) -> list:
    """Pairs of an and-or list and whether it runs in the background; the list is pairs of the
    operator before a pipeline and the pipeline, which is a list of commands."""
    try:
        words = shlex.split(marked(text))
    except ValueError:
        raise SyntaxProblem("Syntax error: Unterminated quoted string") from None
    after = zip(words, ["do", *words])
    return _sequence([word for word, last in after if word != NEWLINE or last not in _OPENING])


def _sequence(tokens):
    parts = _split(tokens, _SEPARATORS)
    return [(_and_or(part, end), end == "&") for part, end in parts if part or end]


def _and_or(tokens, end):
    items, operator = [], ""
    for part, following in _split(tokens, ("&&", "||")):
        pipeline = [_command(each, bar or following or end) for each, bar in _split(part, ("|",))]
        items.append((operator, pipeline))
        operator = following
    return items


def _split(tokens, operators):
    """The parts between those operators that are in no loop or group, each with the operator after it."""
    part, depth = [], 0
    for token in [*tokens, None]:
        if not part or part[-1] in _OPENING:
            depth += (token == "for") - (token == "done")
        depth += (token == "(") - (token == ")")
        if token is None or depth <= 0 and token in operators:
            yield part, token
            part = []
        else:
            part.append(token)


def _command(tokens, end):
    if not tokens or tokens[0] in ("do", "done"):
        raise _unexpected(*tokens[:1] or [end])
    if tokens[0] in _UNAVAILABLE:
        refuse(tokens[0])
    if tokens[0] == "for":
        return _for(tokens)
    if tokens[0] == "(":
        return _group(tokens, end)
    command, rest = Command([], [], []), iter(tokens)
    for token in rest:
        if redirection := re.fullmatch(r"(\d?)(>>|[<>]&|[<>])", token):
            fd, operator = redirection.groups()
            target = next(rest, end)
            if _is_operator(target):
                raise _unexpected(target)
            command.redirections.append((int(fd or operator[0] == ">"), operator, target))
        elif re.fullmatch(r"\d?<<|[(]", token):
            refuse("a here-document" if "<" in token else "a function")
        elif _is_operator(token):
            raise _unexpected(token)
        elif not command.words and (match := re.fullmatch(r"(?s)([A-Za-z_]\w*)=(.*)", token)):
            command.assignments.append(match.groups())
        elif wildcard := WILDCARD.search(token):
            refuse(f"the wildcard {wildcard[0]}")
        else:
            command.words.append(token)
    return command


def _group(tokens, end):
    if ")" not in tokens:
        raise _unexpected(end)
    close = len(tokens) - 1 - tokens[::-1].index(")")
    after = _command(["in", *tokens[close + 1 :]], None)
    if len(after.words) > 1:
        raise _unexpected(after.words[1])
    return Command([], [], after.redirections, "(", _sequence(tokens[1:close]))


def _for(tokens):
    match tokens:
        case [_, name, "in", *rest] if name.isidentifier() and "do" in rest and "done" in rest:
            begin, end = rest.index("do"), len(rest) - 1 - rest[::-1].index("done")
            words = _command(["in", *rest[: begin - 1]], None).words[1:]
            after = _command(["in", *rest[end + 1 :]], None).redirections
            return Command(words, [], after, name, _sequence(rest[begin + 1 : end]))
    raise SyntaxProblem("Syntax error: expecting for NAME in WORDS; do COMMANDS; done")


def _is_operator(token):
    return token is None or token[-1:] in {*";&|<>()", NEWLINE}


def _unexpected(token):
    name = {None: "end of file", NEWLINE: "newline"}.get(token, f'"{token}"')
    return SyntaxProblem(f"Syntax error: {name} unexpected")
