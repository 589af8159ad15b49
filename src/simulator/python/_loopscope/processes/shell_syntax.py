"""The grammar of ``sh``: from a command's text to the tree of :mod:`.shell_nodes`.

All of POSIX's lists, pipelines, redirections, quoting and ``if``, ``while``, ``until`` and ``for``;
no functions, ``case``, aliases or here-documents, which are refused by name.
"""

import re

from .shell_nodes import (
    AndOr,
    For,
    Group,
    If,
    Loop,
    Part,
    Pipeline,
    Sequence,
    Simple,
    Subshell,
    Word,
)

_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_OPERATOR = re.compile(r"&&|\|\||;;|<<|>>|[;&|()\n]")
_REDIRECTION = re.compile(r"(\d*)(>>|>&|<&|<<|>\||<|>)")
_RESERVED = set("if then else elif fi for in do done while until { } !".split())
_CLOSING = set("then else elif fi do done }".split())
_UNSUPPORTED = {"case", "function", "select"}


class SyntaxProblem(Exception):
    """The text is no command; the message is the shell's."""


def parse(text) -> Sequence:
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text):
        self._text = text
        self._at = 0

    def whole(self):
        sequence = self._sequence(())
        if self._at < len(self._text):
            self._unexpected()
        return sequence

    # Commands, from the loosest binding to the tightest.

    def _sequence(self, ends):
        items = []
        while True:
            self._skip_newlines()
            if self._at >= len(self._text) or self._operator() == ")" or self._reserved(ends):
                break
            node = self._and_or()
            separator = self._operator()
            items.append((node, separator == "&"))
            if separator not in (";", "&", "\n"):
                break
            self._take(separator)
        if not items and ends:
            self._unexpected()
        return Sequence(items)

    def _and_or(self):
        first, rest = self._pipeline(), []
        while (operator := self._operator()) in ("&&", "||"):
            self._take(operator)
            self._skip_newlines()
            rest.append((operator, self._pipeline()))
        return AndOr(first, rest) if rest else first

    def _pipeline(self):
        negated = bool(self._reserved(("!",)))
        if negated:
            self._take("!")
        commands = [self._command()]
        while self._operator() == "|":
            self._take("|")
            self._skip_newlines()
            commands.append(self._command())
        return Pipeline(commands, negated) if negated or len(commands) > 1 else commands[0]

    def _command(self):
        if self._operator() == "(":
            self._take("(")
            node = Subshell(self._sequence(()))
            self._expect(")")
        elif self._reserved(("{",)):
            self._take("{")
            node = Group(self._sequence(("}",)))
            self._expect("}")
        elif self._reserved(("if",)):
            node = self._if("if")
        elif word := self._reserved(("while", "until")):
            self._take(word)
            condition = self._sequence(("do",))
            node = Loop(condition, word == "until", self._do())
        elif self._reserved(("for",)):
            node = self._for()
        else:
            return self._simple()
        while (redirection := self._redirection()) is not None:
            node.redirections.append(redirection)
        return node

    def _if(self, word):
        self._take(word)
        condition = self._sequence(("then",))
        self._expect("then")
        then = self._sequence(("elif", "else", "fi"))
        if self._reserved(("elif",)):
            return If(condition, then, self._if("elif"))
        otherwise = None
        if self._reserved(("else",)):
            self._take("else")
            otherwise = self._sequence(("fi",))
        self._expect("fi")
        return If(condition, then, otherwise)

    def _for(self):
        self._take("for")
        self._skip_blanks()
        name = _NAME.match(self._text, self._at)
        if not name:
            raise SyntaxProblem("Bad for loop variable")
        self._at = name.end()
        words = None
        self._skip_newlines()
        if self._reserved(("in",)):
            self._take("in")
            words = []
            while (word := self._word()) is not None:
                words.append(word)
        if self._operator() == ";":
            self._take(";")
        return For(name[0], words, self._do())

    def _do(self):
        self._skip_newlines()
        self._expect("do")
        body = self._sequence(("done",))
        self._expect("done")
        return body

    def _simple(self):
        node = Simple([], [])
        while True:
            redirection = self._redirection()
            if redirection is not None:
                node.redirections.append(redirection)
                continue
            assignment = None if node.words else self._assignment()
            if assignment is not None:
                node.assignments.append(assignment)
                continue
            if not node.words and (reserved := self._reserved(_CLOSING)):
                self._unexpected(reserved)
            word = self._word()
            if word is None:
                break
            node.words.append(word)
        if not (node.words or node.assignments or node.redirections):
            self._unexpected()
        self._refuse(node)
        return node

    def _refuse(self, node):
        first = node.words[0][0] if node.words and node.words[0] else None
        if first and first.kind == "text" and not first.quoted and first.text in _UNSUPPORTED:
            raise SyntaxProblem(f"'{first.text}' is not available in Loopscope's shell")
        if self._operator() == "(":
            raise SyntaxProblem("functions are not available in Loopscope's shell")

    def _assignment(self):
        self._skip_blanks()
        match = re.compile(_NAME.pattern + "=").match(self._text, self._at)
        if not match:
            return None
        self._at = match.end()
        return match[0][:-1], self._word(blanks=False) or []

    def _redirection(self):
        self._skip_blanks()
        match = _REDIRECTION.match(self._text, self._at)
        if not match:
            return None
        if match[2] == "<<":
            raise SyntaxProblem("here-documents are not available in Loopscope's shell")
        self._at = match.end()
        word = self._word()
        if word is None:
            self._unexpected()
        return int(match[1] or (match[2][0] == ">")), match[2].replace(">|", ">"), word

    # Words.

    def _word(self, blanks=True) -> Word | None:
        if blanks:
            self._skip_blanks()
        parts = []
        while self._at < len(self._text):
            char = self._text[self._at]
            if char in " \t\n;&|()<>":
                break
            self._at += 1
            if char == "'":
                parts.append(Part("text", self._until("'"), True))
            elif char == '"':
                parts.extend(self._double_quoted())
            elif char == "\\":
                parts.append(Part("text", self._text[self._at : self._at + 1], True))
                self._at += 1
            elif char in "$`":
                parts.append(self._expansion(char, False))
            elif parts and parts[-1].kind == "text" and not parts[-1].quoted:
                parts[-1].text += char
            else:
                parts.append(Part("text", char, False))
        return parts or None

    def _double_quoted(self):
        parts = [Part("text", "", True)]
        while True:
            if self._at >= len(self._text):
                raise SyntaxProblem("Syntax error: Unterminated quoted string")
            char = self._text[self._at]
            self._at += 1
            if char == '"':
                return parts
            if char == "\\" and self._text[self._at : self._at + 1] in tuple('$`"\\\n'):
                char = self._text[self._at].replace("\n", "")
                self._at += 1
            elif char in "$`":
                parts += [self._expansion(char, True), Part("text", "", True)]
                continue
            parts[-1].text += char

    def _expansion(self, char, quoted):
        """What follows a ``$`` or a backquote that has just been read."""
        if char == "`":
            return Part("command", self._until("`"), quoted)
        if self._text.startswith("((", self._at):
            self._at += 2
            return Part("arithmetic", self._until("))"), quoted)
        if self._text.startswith("(", self._at):
            self._at += 1
            return Part("command", self._nested(), quoted)
        if self._text.startswith("{", self._at):
            self._at += 1
            return Part("variable", self._until("}"), quoted)
        match = _NAME.match(self._text, self._at) or re.compile(r"[0-9?$!#@*]").match(
            self._text, self._at
        )
        if not match:
            return Part("text", "$", quoted)
        self._at = match.end()
        return Part("variable", match[0], quoted)

    def _until(self, end):
        stop = self._text.find(end, self._at)
        if stop < 0:
            raise SyntaxProblem("Syntax error: Unterminated quoted string")
        text = self._text[self._at : stop]
        self._at = stop + len(end)
        return text

    def _nested(self):
        """The text up to the parenthesis that closes a command substitution."""
        begin = self._at
        inner = _Parser(self._text)
        inner._at = begin
        inner._sequence(())
        self._at = inner._at
        self._expect(")")
        return self._text[begin : self._at - 1]

    # Tokens.

    def _skip_blanks(self):
        match = re.compile(r"(?:[ \t]|\\\n)*(?:#[^\n]*)?").match(self._text, self._at)
        self._at = match.end()

    def _skip_newlines(self):
        self._skip_blanks()
        while self._text.startswith("\n", self._at):
            self._at += 1
            self._skip_blanks()

    def _operator(self):
        self._skip_blanks()
        match = _OPERATOR.match(self._text, self._at)
        return match[0] if match else None

    def _reserved(self, words):
        """The reserved word that stands here, if it is one of ``words``."""
        self._skip_blanks()
        match = re.compile(r"[a-z]+|[{}!]").match(self._text, self._at)
        if not match or match[0] not in words or match[0] not in _RESERVED:
            return None
        after = self._text[match.end() : match.end() + 1]
        return match[0] if after == "" or after in " \t\n;&|()<>" else None

    def _take(self, token):
        self._at += len(token)

    def _expect(self, token):
        found = self._operator() if token == ")" else self._reserved((token,))
        if found != token:
            self._unexpected()
        self._take(token)

    def _unexpected(self, found=None):
        self._skip_blanks()
        if self._at >= len(self._text):
            raise SyntaxProblem("Syntax error: end of file unexpected")
        found = found or self._operator() or self._text[self._at :].split()[0]
        if found == "\n":
            raise SyntaxProblem("Syntax error: newline unexpected")
        raise SyntaxProblem(f'Syntax error: "{found}" unexpected')
