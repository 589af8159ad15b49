"""``python …`` as a process: its command line, its streams, its program and its exit status."""

import builtins
import linecache
import os
import signal
import sys
import textwrap
import types
import zipimport
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
    options = command.options
    if options.problem is not None:
        os.write(2, options.problem.encode())
        return 1
    options.apply()
    sys.orig_argv = list(argv)
    open_streams(options.encoding, options.errors, options.unbuffered)
    options.filter_warnings()
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
    if options.is_interactive:
        status, error = _interact(module), None
    del module, command, code
    if not finalization.finalize():
        return finalization.CANNOT_FLUSH
    if error and status == execution.INTERRUPTED:
        # As exit_sigint() in Modules/main.c: so that the parent can tell what ended it.
        kernel.process.end(int(signal.SIGINT))
    return status


def _interact(module) -> int:
    """``-i``: go on with what stands on standard input, line by line, as if it were typed."""
    import code

    console = code.InteractiveConsole(vars(module), "<stdin>")
    console.raw_input = _ask
    try:
        console.interact(banner="", exitmsg="")
    except SystemExit as exit_:
        return execution.exit_status(exit_)
    return 0


def _ask(prompt):
    sys.stderr.write(prompt)
    line = sys.stdin.readline()
    if line == "":
        raise EOFError
    return line.removesuffix("\n")


def _forget_folders():
    """A new interpreter sees files that are newer than the last look into their folder."""
    for finder in sys.path_importer_cache.values():
        if isinstance(finder, FileFinder):
            finder.invalidate_caches()


class _CannotStart(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


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
        if self._text is None:
            module.__file__ = self._name
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
    """``FILE``, or a folder or archive that has a ``__main__.py``."""

    def __init__(self, path, argv):
        self._path = path
        self._argv = argv

    def load(self, module):
        full = os.path.join(os.getcwd(), self._path)
        if os.path.isdir(full) or _is_archive(full):
            return self._load_main(module, os.path.abspath(full))
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

    def _load_main(self, module, folder):
        """``pymain_run_module("__main__")``, with the folder first on the path."""
        import runpy

        sys.path[:1] = [folder]
        sys.argv = [self._path, *self._argv]
        try:
            _, spec, code = runpy._get_main_module_details(_CannotFind)
        except _CannotFind as error:
            raise _CannotStart(f"{sys.executable}: {error}", 1) from None
        module.__spec__ = spec
        module.__package__ = spec.parent
        module.__file__ = spec.origin
        return code, spec.origin


def _is_archive(path):
    try:
        return bool(zipimport.zipimporter(path))
    except zipimport.ZipImportError:
        return False


class _Notice(_Command):
    """What is said in the place of running anything."""

    def __init__(self, text):
        self._text = text

    def load(self, module):
        return f"print({self._text!r})", "<string>"


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
                command = _Notice(VERSION)
            elif letter in "h?" or word in _HELP:
                command = _Notice(f"{_usage()}\n{_MANUAL}")
            elif word == _OF_PYCS:
                if not words:
                    return _refusal(f"Argument expected for the {_OF_PYCS} options")
                if words.pop(0) not in ("default", "always", "never"):
                    return _refusal(f"{_OF_PYCS} must be one of 'default', 'always', or 'never'")
                letters = ""
            elif letter in "cm" or letter in _FLAGS_WITH_VALUE:
                value, letters = letters or (words.pop(0) if words else None), ""
                if value is None:
                    return _refusal(f"Argument expected for the -{letter} option")
                if letter == "c":
                    command = _Text(textwrap.dedent(value), ["-c", *words], "<string>")
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
    is_typed = options.is_interactive
    command = command or _Text(_BANNER if is_typed else None, words or [""], "<stdin>")
    command.options = options
    return command


_HELP = ("--help", "--help-env", "--help-xoptions", "--help-all")

_MANUAL = "What the options and variables do: https://docs.python.org/3/using/cmdline.html"

_OF_PYCS = "--check-hash-based-pycs"


_BANNER = """import sys
if not sys.flags.quiet:
    print("Python", sys.version, "on", sys.platform, file=sys.stderr)
    print('Type "help", "copyright", "credits" or "license" for more information.', file=sys.stderr)
del sys
"""


def _usage():
    return f"usage: {sys.executable} [option] ... [-c cmd | -m mod | file | -] [arg] ..."


def _refusal(message):
    command = _Command()
    command.options = Options()

    def load(module):
        advice = "Try `python -h' for more information."
        raise _CannotStart(f"{message}\n{_usage()}\n{advice}", 2)

    command.load = load
    return command
