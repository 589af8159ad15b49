"""``sh -c TEXT`` as a process: the shell behind ``shell=True`` and ``create_subprocess_shell``."""

import contextlib
import copy
import functools
import os
import signal

from .. import kernel
from ..files import calls
from ..files.open_files import Keyboard
from ..files.pipes import Pipe
from . import children, programs
from .expansion import SyntaxProblem, fields, refuse, text_of
from .shell_syntax import parse
from .utilities import BUILT_IN, Failure, run


def main(argv) -> int:
    shell = Shell(f"{argv[0]}: 1")
    if argv[1:2] != ["-c"] or len(argv) != 3:
        return shell.live(lambda: refuse("anything but sh -c TEXT"))
    return shell.live(lambda: shell.execute(parse(argv[2]), tail=True))


class Shell:
    """One shell. In ``tail`` position it has nothing left to do: a program takes its place."""

    def __init__(self, name):
        self._name = name
        self._pid = str(os.getpid())
        self._status = 0
        self._variables = {}

    def live(self, action) -> int:
        """Do ``action()`` as the shell's whole life; its exit status."""
        try:
            return self._attempt(action)
        except SystemExit as end:
            return end.code
        except SyntaxProblem as problem:
            os.write(2, os.fsencode(f"{self._name}: {problem}\n"))
            return 2

    def _attempt(self, action):
        return run(lambda name: action(), [self._name])

    def execute(self, sequence, tail):
        for index, (and_or, in_background) in enumerate(sequence):
            if in_background:
                shown = self._shown(and_or[0][1][0])
                self._fork({0: Keyboard()}, shown, Shell._execute_and_or, and_or, True)
                self._status = 0
            else:
                self._execute_and_or(and_or, tail and index == len(sequence) - 1)
        return self._status

    def _execute_and_or(self, and_or, tail):
        for index, (operator, pipeline) in enumerate(and_or):
            if operator and (operator == "&&") != (self._status == 0):
                continue
            if len(pipeline) > 1:
                self._status = self._wait_for(*self._connect(pipeline))
            else:
                last = tail and index == len(and_or) - 1
                self._status = self._attempt(lambda: self._execute_command(pipeline[0], last))
        return self._status

    def _connect(self, pipeline):
        """Start one process a command, each reading what the one before it writes."""
        fds = {}
        for command in pipeline:
            pipe = Pipe()
            if command is not pipeline[-1]:
                fds[1] = pipe.writer
            yield self._fork(fds, self._shown(command), Shell._execute_command, command, True)
            fds = {0: pipe.reader}

    def _execute_command(self, command, tail):
        with self._redirected(command.redirections, tail):
            words = [field for word in command.words for field in fields(word, self._value_of)]
            values = {name: text_of(word, self._value_of) for name, word in command.assignments}
            if command.variable == "(":
                return self._wait_for(self._fork({}, ["sh"], Shell.execute, command.body, True))
            if command.variable:
                self._status = 0
                for word in words:
                    self._assign({command.variable: word})
                    self.execute(command.body, tail=False)
                return self._status
            return self._run(words, values, tail) if words else self._assign(values)

    def _run(self, words, values, tail):
        match words:
            case ["exec", _, *_]:
                raise SystemExit(self._attempt(lambda: self._run(words[1:], values, True)))
            case ["exit", *code] if code == [] or code[0].isdigit():
                raise SystemExit(int(code[0]) & 0xFF if code else self._status)
            case ["exit" | "exec", *_]:
                refuse(" ".join(words))
            case [name, *args] if name in BUILT_IN:
                return run(BUILT_IN[name], [f"{self._name}: {name}", *args])
        if not tail:
            return self._wait_for(self._fork({}, words, Shell._run, words, values, True))
        os.environ.update(values)
        raise SystemExit(_find(words[0])(words))

    def _shown(self, command):
        """What a child process is said to run that executes a command."""
        words = [] if command.variable else command.words
        return [text_of(word, self._value_of) for word in words] or ["sh"]

    def _fork(self, fds, shown, method, *arguments):
        """A child process in which a copy of this shell does that."""
        shell = copy.deepcopy(self)
        action = functools.partial(method, shell, *arguments)
        table = kernel.process.descriptors
        inherited = {fd: table.get(fd) for fd in table if fd < 10}
        return programs.start(lambda argv: shell.live(action), shown, inherited | fds)

    def _wait_for(self, *started):
        """The exit status of the last child, once all have ended."""
        status = [children.wait_for(child.pid, 0)[1] for child in started][-1]
        if not status & 0x7F:
            return status >> 8
        if status not in (signal.SIGINT, signal.SIGPIPE):
            os.write(2, f"{signal.strsignal(status)}\n".encode())
        return 128 + status

    def _value_of(self, name):
        known = {**os.environ, **self._variables, "?": str(self._status), "$": self._pid}
        return known.get(name, "")

    def _assign(self, values):
        for name, value in values.items():
            (os.environ if name in os.environ else self._variables)[name] = value
        return 0

    @contextlib.contextmanager
    def _redirected(self, redirections, tail):
        """The shell's descriptors while redirections hold; for good, if nothing comes after."""
        table = kernel.process.descriptors
        with contextlib.ExitStack() as undoing:
            for fd, operator, word in redirections:
                file = _opened(operator, text_of(word, self._value_of))
                if fd in table and not tail:
                    undoing.callback(table.close, table.allocate(table.get(fd)))
                    undoing.callback(table.set, fd, table.get(fd))
                table.set(fd, file)
                file.release()
            yield


def _find(name):
    for folder in [""] if "/" in name else os.get_exec_path():
        try:
            return programs.find(os.path.join(folder, name))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Failure(f"{name}: {error.strerror}", 126) from None
    raise Failure(f"{name}: not found", 127)


def _opened(operator, target):
    """The open file that a redirection leads to, retained; or why there is none, as dash words it."""
    if operator.endswith("&"):
        if not target.isdigit():
            refuse(operator + target)
        if int(target) not in kernel.process.descriptors:
            raise Failure(f"{target}: Bad file descriptor", 2)
        opened = kernel.process.descriptors.get(int(target))
        opened.retain()
        return opened
    try:
        with open(target, {"<": "rb", ">": "wb", ">>": "ab"}[operator]) as file:
            opened = calls.inherited(file.fileno())
            opened.retain()
            return opened
    except OSError as error:
        verb, missing = "create", "Directory nonexistent"
        if operator == "<":
            verb, missing = "open", "No such file"
        reason = missing if isinstance(error, FileNotFoundError) else error.strerror
        raise Failure(f"cannot {verb} {target}: {reason}", 2) from None
