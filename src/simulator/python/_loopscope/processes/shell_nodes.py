"""What a shell executes: commands as trees."""

from dataclasses import dataclass, field


@dataclass
class Part:
    """A piece of a word: text, or a ``variable``, ``arithmetic`` or ``command`` to put in."""

    kind: str
    text: str
    quoted: bool


type Word = list[Part]


@dataclass
class Node:
    """A command; redirections are (descriptor, operator, word)."""

    redirections: list = field(default_factory=list, kw_only=True)


@dataclass
class Simple(Node):
    assignments: list
    words: list


@dataclass
class Pipeline(Node):
    commands: list
    negated: bool


@dataclass
class AndOr(Node):
    first: Node
    rest: list  # of (operator, node)


@dataclass
class Sequence(Node):
    items: list  # of (node, whether it runs in the background)


@dataclass
class Subshell(Node):
    body: Node


@dataclass
class Group(Node):
    body: Node


@dataclass
class If(Node):
    condition: Node
    then: Node
    otherwise: Node | None


@dataclass
class Loop(Node):
    condition: Node
    until: bool
    body: Node


@dataclass
class For(Node):
    variable: str
    words: list | None
    body: Node
