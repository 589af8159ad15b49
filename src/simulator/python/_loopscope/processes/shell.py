"""``sh`` as a process: the shell behind ``shell=True`` and ``create_subprocess_shell``."""

import glob
import os
import signal

from .. import kernel
from ..network import descriptors
from . import process, programs
from .expansion import Expander
from .pipes import Pipe
from .redirections import Redirected
from .shell_builtins import BUILTINS, Exit, LoopEnd
from .shell_nodes import (
    AndOr,
    For,
    Group,
    If,
    Loop,
    Pipeline,
    Sequence,
    Simple,
    Subshell,
)
from .shell_syntax import SyntaxProblem, parse


def main(argv) -> int:
    """``sh -c TEXT [NAME [ARGUMENT...]]``, ``sh FILE`` or ``sh`` with commands on its input."""
    words = list(argv[1:])
    flags = words.pop(0) if words and words[0].startswith("-") else ""
    shell = Shell(argv[0])
    if "c" in flags:
        text = words.pop(0) if words else ""
    elif words:
        try:
            with open(words[0]) as file:
                text = file.read()
        except OSError:
            return shell.complain(f"cannot open {words[0]}: No such file", 2)
    else:
        text = _read_all(0).decode(errors="replace")
    if words:
        shell.name, *shell.arguments = words
    shell.stops_on_failure = "e" in flags
    return shell.run_to_end(lambda: shell.execute(parse(text), tail=True))


class Shell:
    """One shell: its variables, its last status, and how it executes what was parsed."""

    def __init__(self, name):
        self.name = name
        self.arguments = []
        self.exported = {os.fsdecode(k): os.fsdecode(v) for k, v in os.environ._data.items()}
        self.variables = {}
        self.status = 0
        self.stops_on_failure = False
        self.last_background = ""

    def run_to_end(self, action) -> int:
        """Do ``action()`` as the shell's whole life; its exit status."""
        try:
            action()
        except Exit as end:
            return end.status
        except SyntaxProblem as problem:
            return self.complain(problem, 2)
        except LoopEnd:
            return 0
        return self.status

    def complain(self, message, status):
        """An error message of the shell's own, as dash words it; the status."""
        _say(f"{self.name}: 1: {message}\n")
        return status

    def value_of(self, name):
        return self.variables.get(name, self.exported.get(name))

    def assign(self, name, value):
        (self.exported if name in self.exported else self.variables)[name] = value

    def execute(self, node, tail=False):
        """Run a command. In ``tail`` position a program may take the shell's own place."""
        handler = _EXECUTORS[type(node)]
        if node.redirections and not isinstance(node, Simple):
            with Redirected(self, node.redirections):
                handler(self, node, False)
        else:
            handler(self, node, tail)
        return self.status

    def execute_sequence(self, node, tail):
        for index, (item, background) in enumerate(node.items):
            if background:
                child = self.fork(lambda shell, item=item: shell.execute(item, True))
                self.last_background = str(child.pid)
                self.status = 0
                continue
            self.execute(item, tail and index == len(node.items) - 1)
            if self.stops_on_failure and self.status and not isinstance(item, AndOr):
                raise Exit(self.status)

    def execute_and_or(self, node, tail):
        self.execute(node.first)
        for index, (operator, item) in enumerate(node.rest):
            if (operator == "&&") == (self.status == 0):
                self.execute(item, tail and index == len(node.rest) - 1)

    def execute_pipeline(self, node, tail):
        if len(node.commands) == 1:
            self.execute(node.commands[0])
        else:
            self.status = self._wait_for(self._connect(node.commands))
        if node.negated:
            self.status = int(self.status == 0)

    def _connect(self, commands):
        """Start one process a command, each reading what the one before it writes."""
        children = []
        incoming = None
        for command in commands:
            pipe = Pipe() if command is not commands[-1] else None
            fds = _standard()
            if incoming:
                fds[0] = incoming
            if pipe:
                fds[1] = pipe.writer
            children.append(self.fork(lambda shell, c=command: shell.execute(c, True), fds))
            incoming = pipe and pipe.reader
        return children

    def execute_subshell(self, node, tail):
        self.status = self._wait_for([self.fork(lambda shell: shell.execute(node.body, True))])

    def execute_group(self, node, tail):
        self.execute(node.body, tail)

    def execute_if(self, node, tail):
        self.execute(node.condition)
        chosen = node.then if self.status == 0 else node.otherwise
        self.status = 0
        if chosen is not None:
            self.execute(chosen, tail)

    def execute_loop(self, node, tail):
        last = 0
        while (self.execute(node.condition) == 0) != node.until:
            goes_on = self._once(node.body)
            last = self.status
            if not goes_on:
                break
        self.status = last

    def execute_for(self, node, tail):
        words = self.arguments if node.words is None else Expander(self).fields(node.words)
        self.status = 0
        for word in words:
            self.assign(node.variable, word)
            if not self._once(node.body):
                break

    def _once(self, body) -> bool:
        """Run a loop's body once. False if it ended the loop."""
        try:
            self.execute(body)
        except LoopEnd as end:
            self.status = 0
            return end.goes_on
        return True

    def execute_simple(self, node, tail):
        expander = Expander(self)
        words = expander.fields(node.words)
        assignments = {name: expander.text(word) for name, word in node.assignments}
        if not words:
            for name, value in assignments.items():
                self.assign(name, value)
            self.status = expander.status
            with Redirected(self, node.redirections):
                return
        with Redirected(self, node.redirections) as redirected:
            if redirected.failed:
                self.status = 2
            elif words[0] in BUILTINS:
                self.status = BUILTINS[words[0]](self, words)
            else:
                self.status = self.run_program(words, assignments, tail)

    def run_program(self, words, assignments, tail):
        """Run what is no builtin: in a child, or in ``tail`` position in the shell's own place."""
        environ = {**self.exported, **assignments}
        try:
            program = self._find(words[0])
        except FileNotFoundError:
            return self.complain(f"{words[0]}: not found", 127)
        except OSError as error:
            return self.complain(f"{words[0]}: {error.strerror}", 126)
        encoded = {os.fsencode(key): os.fsencode(value) for key, value in environ.items()}
        if tail:
            os.environ._data = os.environb._data = encoded
            raise Exit(program(words))
        fds = _standard()
        return self._wait_for([programs.start(program, words, fds, environ=encoded)])

    def _find(self, name):
        if "/" in name:
            return programs.find(name)
        for folder in (self.value_of("PATH") or "").split(":"):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return programs.find(path)
        raise FileNotFoundError(name)

    def fork(self, action, fds=None):
        """A child process in which a copy of this shell does ``action(copy)``."""
        copy = Shell(self.name)
        copy.__dict__.update(self.__dict__)
        copy.variables, copy.exported = dict(self.variables), dict(self.exported)

        def run(argv):
            return copy.run_to_end(lambda: action(copy))

        return programs.start(run, [self.name], fds or _standard())

    def _wait_for(self, children):
        """The exit status of the last child, once all have ended."""
        status = 0
        for child in children:
            _, status = process.wait(child.pid, 0)
        if not status & 0x7F:
            return status >> 8
        if status not in (signal.SIGINT, signal.SIGPIPE):
            _say(f"{signal.strsignal(status)}\n")
        return 128 + status

    def output_of(self, text):
        """What a command substitution writes, without the newlines at its end, and its status."""
        pipe = Pipe()
        fds = {**_standard(), 1: pipe.writer}
        child = self.fork(lambda shell: shell.execute(parse(text), True), fds)
        reader = descriptors.allocate(pipe.reader)
        output = _read_all(reader)
        os.close(reader)
        return output.decode(errors="replace").rstrip("\n"), self._wait_for([child])

    def glob(self, pattern):
        return sorted(glob.glob(pattern)) or [pattern]


_EXECUTORS = {
    AndOr: Shell.execute_and_or,
    For: Shell.execute_for,
    Group: Shell.execute_group,
    If: Shell.execute_if,
    Loop: Shell.execute_loop,
    Pipeline: Shell.execute_pipeline,
    Sequence: Shell.execute_sequence,
    Simple: Shell.execute_simple,
    Subshell: Shell.execute_subshell,
}


def _standard():
    """The descriptors that a command inherits."""
    table = kernel.process.descriptors
    return {fd: table.get(fd) for fd in table if fd < descriptors.FIRST}


def _read_all(fd):
    return b"".join(iter(lambda: os.read(fd, 65_536), b""))


def _say(text):
    if 2 in kernel.process.descriptors:
        os.write(2, text.encode())
