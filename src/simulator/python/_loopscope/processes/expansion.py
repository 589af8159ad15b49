"""What a shell puts in place of ``$name``, ``$(command)``, ``$((sum))``, ``~`` and ``*``."""

import ast
import operator
import os
import re

from .shell_syntax import SyntaxProblem


class Expander:
    """Expands the words of one command of a shell."""

    def __init__(self, shell):
        self._shell = shell
        self.status = 0
        """Of the last command substitution."""

    def fields(self, words) -> list:
        """The arguments that the words stand for: what is not quoted is split and globbed."""
        return [field for word in words for field in self._fields_of(word)]

    def text(self, word) -> str:
        """The word as one argument, as in an assignment or a redirection."""
        return "".join(self._value(part, first=index == 0) for index, part in enumerate(word))

    def _fields_of(self, word):
        if len(word) == 2 or len(word) == 3:
            inner = [part for part in word if part.text != "" or part.kind != "text"]
            if len(inner) == 1 and inner[0].kind == "variable" and inner[0].text == "@":
                return list(self._shell.arguments)
        fields, begun, pattern = [""], False, False
        for index, part in enumerate(word):
            value = self._value(part, first=index == 0)
            if part.quoted or part.kind == "text":
                fields[-1] += value
                begun = begun or part.quoted or value != ""
                pattern = pattern or not part.quoted and bool(re.search(r"[*?\[]", value))
                continue
            pieces = value.split()
            if not pieces:
                if value and begun and fields[-1]:
                    fields.append("")
                    begun = False
                continue
            if value[0].isspace() and fields[-1]:
                fields.append("")
            fields[-1] += pieces[0]
            fields += pieces[1:]
            begun = True
            if value[-1].isspace():
                fields.append("")
                begun = False
        if not begun:
            fields.pop()
        return [found for field in fields for found in self._globbed(field, pattern)]

    def _globbed(self, field, pattern):
        return self._shell.glob(field) if pattern else [field]

    def _value(self, part, first):
        if part.kind == "variable":
            return self._variable(part.text)
        if part.kind == "command":
            output, self.status = self._shell.output_of(part.text)
            return output
        if part.kind == "arithmetic":
            return str(_evaluate(part.text, self._shell.value_of))
        if first and not part.quoted and re.match(r"~(/|$)", part.text):
            return (self._shell.value_of("HOME") or "~") + part.text[1:]
        return part.text

    def _variable(self, text):
        if text.startswith("#") and len(text) > 1:
            return str(len(self._variable(text[1:])))
        match = re.match(r"([A-Za-z_]\w*|.)(?:(:?[-=+])(.*))?$", text)
        if not match:
            raise SyntaxProblem("Bad substitution")
        name, separator, default = match.groups()
        value = self._special(name)
        if value is None:
            value = self._shell.value_of(name)
        if not separator:
            return value or ""
        missing = value is None or separator[0] == ":" and value == ""
        if separator[-1] == "+":
            return "" if missing else default
        if missing and separator[-1] == "=":
            self._shell.assign(name, default)
        return default if missing else value

    def _special(self, name):
        shell = self._shell
        if name.isdigit():
            words = [shell.name, *shell.arguments]
            return words[int(name)] if int(name) < len(words) else ""
        return {
            "?": str(shell.status),
            "$": str(os.getpid()),
            "!": shell.last_background,
            "#": str(len(shell.arguments)),
            "@": " ".join(shell.arguments),
            "*": " ".join(shell.arguments),
        }.get(name)


_OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: lambda a, b: int(a / b),
    ast.Mod: lambda a, b: a - int(a / b) * b,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def _evaluate(text, value_of) -> int:
    """The value of a sum such as ``i + 1``, whole numbers only."""

    def value(node):
        match node:
            case ast.Expression(body):
                return value(body)
            case ast.Constant(int(number)):
                return number
            case ast.Name(name):
                return int(value_of(name) or 0)
            case ast.UnaryOp(op, operand):
                return _OPERATIONS[type(op)](value(operand))
            case ast.BinOp(left, op, right):
                return _OPERATIONS[type(op)](value(left), value(right))
            case ast.Compare(left, [op], [right]):
                return int(_OPERATIONS[type(op)](value(left), value(right)))
        raise ValueError(text)

    try:
        return value(ast.parse(text.replace("$", " ").strip(), mode="eval"))
    except (ArithmeticError, KeyError, SyntaxError, ValueError):
        raise SyntaxProblem(f'arithmetic expression: expecting primary: "{text}"') from None
