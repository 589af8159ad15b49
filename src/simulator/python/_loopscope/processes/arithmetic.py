"""``$(( … ))`` of the shell: whole numbers, with C's operators and rules."""

import ast
import operator
import re

_BINARY = {
    **{ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul},
    **{ast.BitAnd: operator.and_, ast.BitOr: operator.or_, ast.BitXor: operator.xor},
    **{ast.LShift: operator.lshift, ast.RShift: operator.rshift},
    ast.Div: lambda a, b: _divided(a, b),
    ast.Mod: lambda a, b: a - b * _divided(a, b),
}
_UNARY = {ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Invert: operator.invert, ast.Not: operator.not_}
_COMPARING = {
    **{ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt},
    **{ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge},
}

_TOKEN = re.compile(r"\$?(?P<name>[A-Za-z_]\w*) | (?P<sign>&&|\|\||!=|!)", re.VERBOSE)
_SIGNS = {"&&": " and ", "||": " or ", "!": " not ", "!=": "!="}


def value_of_expression(text, value_of) -> int:
    """What an expression comes to, in which names stand for what ``value_of`` gives.

    :raises ValueError: with the words of dash, where it can't be understood.
    """
    number = lambda name: f"({int(value_of(name) or 0)})"
    replaced = lambda match: number(match["name"]) if match["name"] else _SIGNS[match["sign"]]
    try:
        return int(_value(ast.parse(_TOKEN.sub(replaced, text).strip(), mode="eval").body))
    except ZeroDivisionError:
        raise ValueError(f'arithmetic expression: division by zero: "{text}"') from None
    except (SyntaxError, ValueError, KeyError):
        raise ValueError(f'arithmetic expression: expecting primary: "{text}"') from None


def _value(node) -> int:
    match node:
        case ast.Constant(value=int() as number):
            return number
        case ast.UnaryOp():
            return int(_UNARY[type(node.op)](_value(node.operand)))
        case ast.BinOp():
            return _BINARY[type(node.op)](_value(node.left), _value(node.right))
        case ast.BoolOp(op=ast.And()):
            return int(all(map(_value, node.values)))
        case ast.BoolOp():
            return int(any(map(_value, node.values)))
        case ast.Compare(ops=[how], comparators=[right]):
            return int(_COMPARING[type(how)](_value(node.left), _value(right)))
    raise ValueError


def _divided(a, b):
    """Towards zero."""
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
