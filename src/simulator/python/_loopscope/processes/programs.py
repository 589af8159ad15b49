"""The programs that a process can be, and starting a process with one of them.

Each has a file at its usual path, so that looking for one on ``PATH`` works. The file is empty:
its path decides what runs.
"""

import errno
import os

from .. import kernel
from . import command_line
from .process import Process

_NO_THREADS = (
    "can't start new process: this browser cannot switch stacks "
    "(Chromium 137, Firefox 153 and Safari 27 can)"
)

_program_at = {}
"""What runs for each path: a function of the arguments that gives the exit status."""


def provide(path, program) -> None:
    """Let ``program`` be what runs for that path."""
    _program_at[path] = program


def install_files() -> None:
    """Put the programs' files into the folders of this run."""
    for folder in ("/bin", "/usr/bin", "/usr/local/bin"):
        os.makedirs(folder, exist_ok=True)
    for path in _program_at:
        os.close(os.open(path, os.O_CREAT, 0o755))


def start(program, argv, fds, *, environ=None, directory=None, umask=None, group=None):
    """Begin a child process of the running one, at its turn.

    ``fds`` maps the child's descriptors to open files.
    """
    if not kernel.can_start_threads():
        raise RuntimeError(_NO_THREADS)
    kernel.settle()
    child = Process(kernel.process)
    for fd, file in fds.items():
        child.descriptors.set(fd, file)
        child.descriptors.inheritable.add(fd)
    if group is not None:
        child.group = group or child.pid
    environ = dict(os.environ._data if environ is None else environ)
    child.globals.begin_with(environ, directory or os.getcwd(), umask)
    child.start(lambda: program(argv), command_line.shown(argv))
    return child


def find(path):
    """What runs for that path. Raises the ``OSError`` of ``execve``, in Linux's words."""
    if not os.path.exists(path):
        raise error(errno.ENOENT, path)
    program = _program_at.get(os.path.normpath(os.path.join(os.getcwd(), path)))
    if program is not None:
        return program
    if os.path.isdir(path) or not os.stat(path).st_mode & 0o111:
        raise error(errno.EACCES, path)
    return _script(path)


def error(number, path):
    return OSError(number, os.strerror(number), path)


def _script(path):
    """A script of the program's own, by the interpreter that its first line names."""
    with open(path, "rb") as file:
        first = file.readline().decode(errors="replace")
    if not first.startswith("#!"):
        raise error(errno.ENOEXEC, path)
    words = first[2:].split()
    if words and os.path.basename(words[0]) == "env":
        words[0] = f"/usr/bin/{words.pop(1)}" if len(words) > 1 else ""
    program = _program_at.get(words[0] if words else "")
    if program is None:
        raise error(errno.ENOENT, path)
    return lambda argv: program([*words, path, *argv[1:]])
