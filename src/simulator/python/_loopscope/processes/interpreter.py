"""``python …`` as a process: its command line, its streams, its program and its exit status."""

import builtins
import linecache
import os
import signal
import sys
import types
from importlib.machinery import FileFinder
from importlib.util import decode_source

from .. import execution, finalization, kernel
from ..files.standard_streams import open_streams
from .options import Options

VERSION = f"Python {'.'.join(map(str, sys.version_info[:3]))}"

_FLAGS_WITH_VALUE = set("WX")


def main(argv) -> int:
    """Run the interpreter in the process that is running; its exit status."""
    kernel.process.signals.become_python()
    _forget_folders()
    command = _parse(argv)
    if command.options.has_wrong_seed:
        os.write(2, _WRONG_SEED)
        return 1
    command.options.apply()
    options = command.options
    open_streams(options.encoding, options.errors, options.unbuffered)
    command.options.filter_warnings()
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__builtins__ = builtins
    try:
        code, name = command.load(module)
        kernel.process.program = name, command.source
    except _CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return reason.status
    except Exception as error:
        execution.print_uncaught(error)
        return 1
    status, error = execution.execute(code, name, module)
    del module, command, code
    if not finalization.finalize():
        return finalization.CANNOT_FLUSH
    if error and status == execution.INTERRUPTED:
        # As exit_sigint() in Modules/main.c: so that the parent can tell what ended it.
        kernel.process.end(int(signal.SIGINT))
    return status


def _forget_folders():
    """A new interpreter sees files that are newer than the last look into their folder."""
    for finder in sys.path_importer_cache.values():
        if isinstance(finder, FileFinder):
            finder.invalidate_caches()


class _CannotStart(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


_WRONG_SEED = (
    b"Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in "
    b"range [0; 4294967295]\nPython runtime state: preinitialized\n"
)


class _Command:
    """A command line, taken apart: what to run, and how."""

    options: Options
    source = None
    """The text of the program, once that is loaded."""

    def load(self, module):
        """What to execute, and the file name that tracebacks show."""
        raise NotImplementedError


class _Text(_Command):
    """``-c TEXT``, or a program on standard input."""

    def __init__(self, text, argv, name):
        self._text = text
        self._argv = argv
        self._name = name

    def load(self, module):
        sys.argv = self._argv
        text = self.source = sys.stdin.read() if self._text is None else self._text
        code = _compiled(text, self._name)
        if code is not text:
            linecache._register_code(code, text, self._name)
        return code, self._name


def _compiled(text, name):
    """The code of a program; its text where there is a mistake in it, which is to be told later."""
    try:
        return compile(text, name, "exec", dont_inherit=True, optimize=sys.flags.optimize)
    except (SyntaxError, ValueError):
        return text


class _Module(_Command):
    """``-m MODULE``."""

    def __init__(self, name, argv):
        self._name = name
        self._argv = argv

    def load(self, module):
        import runpy

        if not sys.flags.safe_path:
            sys.path[0] = os.getcwd()
        try:
            _, spec, code = runpy._get_module_details(self._name, _CannotFind)
        except _CannotFind as error:
            raise _CannotStart(f"{sys.executable}: {error}", 1) from None
        sys.argv = [spec.origin, *self._argv]
        module.__spec__ = spec
        module.__package__ = spec.parent
        module.__file__ = spec.origin
        return code, spec.origin


class _CannotFind(Exception):
    pass


class _Script(_Command):
    """``FILE``."""

    def __init__(self, path, argv):
        self._path = path
        self._argv = argv

    def load(self, module):
        full = os.path.join(os.getcwd(), self._path)
        try:
            with open(self._path, "rb") as file:
                text = self.source = decode_source(file.read())
        except OSError as error:
            reason = f"[Errno {error.errno}] {error.strerror}"
            raise _CannotStart(f"{sys.executable}: can't open file {full!r}: {reason}", 2) from None
        sys.argv = [self._path, *self._argv]
        if not sys.flags.safe_path:
            sys.path[0] = os.path.dirname(full)
        module.__file__ = full
        return _compiled(text, full), full


class _Version(_Command):
    def load(self, module):
        return f"print({VERSION!r})", "<string>"


def _parse(argv) -> _Command:
    """The command of ``python [options] [-c text | -m module | file | -] [arguments]``."""
    options = Options()
    words = list(argv[1:])
    command = None
    while words and words[0].startswith("-") and words[0] != "-" and command is None:
        word = words.pop(0)
        letters = word[1:]
        while letters and command is None:
            letter, letters = letters[0], letters[1:]
            if letter == "V" or word == "--version":
                command = _Version()
            elif letter in "cm" or letter in _FLAGS_WITH_VALUE:
                value, letters = letters or (words.pop(0) if words else None), ""
                if value is None:
                    return _refusal(f"Argument expected for the -{letter} option")
                if letter == "c":
                    command = _Text(value, ["-c", *words], "<string>")
                elif letter == "m":
                    command = _Module(value, words)
                else:
                    options.take(letter, value)
            elif word.startswith("--"):
                return _refusal(f"Unknown option: {word}")
            elif not options.take(letter):
                return _refusal(f"Unknown option: -{letter}")
    if command is None and words and words[0] != "-":
        command = _Script(words[0], words[1:])
    command = command or _Text(None, words or [""], "<stdin>")
    command.options = options
    return command


def _refusal(message):
    command = _Command()
    command.options = Options()

    def load(module):
        usage = f"usage: {sys.executable} [option] ... [-c cmd | -m mod | file | -] [arg] ..."
        advice = "Try `python -h' for more information."
        raise _CannotStart(f"{message}\n{usage}\n{advice}", 2)

    command.load = load
    return command
