"""``fork_exec``: how CPython's ``subprocess`` and ``multiprocessing`` start a program.

The programs that a process can be are few. Each has a file at its usual path, so that looking for
one on ``PATH`` works; what the file says does not matter, the path does.
"""

import _posixsubprocess
import os
import selectors
import subprocess
import sys

from .. import kernel
from . import calls, interpreter, process, shell
from .process import Process
from .utilities import UTILITIES

PYTHON = "/usr/bin/python3"
PATH = "/usr/local/bin:/usr/bin:/bin"
SHELL = "/bin/sh"

_NO_THREADS = (
    "can't start new process: this browser cannot switch stacks "
    "(Chromium 137, Firefox 153 and Safari 27 can)"
)


def _programs():
    """What runs for each path: a function of the arguments that gives the exit status."""
    for name in ("python", "python3", f"python3.{sys.version_info.minor}"):
        yield f"/usr/bin/{name}", interpreter.main
    for name in ("sh", "bash", "dash"):
        yield f"/bin/{name}", shell.main
    for name, utility in UTILITIES.items():
        yield f"/bin/{name}", utility


_program_at = {}


def install_programs() -> None:
    """Put the programs' files into the in-memory folder of this run."""
    for folder in ("/bin", "/usr/bin", "/usr/local/bin"):
        os.makedirs(folder, exist_ok=True)
    for path in _program_at:
        with open(path, "w") as file:
            file.write("one of Loopscope's own programs\n")
        os.chmod(path, 0o755)


def start(program, argv, fds, *, environ=None, directory=None, group=None):
    """Begin a child process of the running one, at its turn.

    ``fds`` maps the child's descriptors to open files.
    """
    if not kernel.can_start_threads():
        raise RuntimeError(_NO_THREADS)
    kernel.settle()
    child = Process(kernel.process)
    for fd, file in fds.items():
        child.descriptors.set(fd, file)
    if group is not None:
        child.group = group or child.pid
    child.belongings.begin_with(
        dict(os.environ._data if environ is None else environ), directory or os.getcwd()
    )
    child.start(lambda: program(argv))
    return child


def find_program(path):
    """What runs for that path. Raises the ``OSError`` of ``execve``, in Linux's words."""
    if not os.path.exists(path):
        raise _error(FileNotFoundError, path)
    program = _program_at.get(os.path.normpath(os.path.join(os.getcwd(), path)))
    if program is not None:
        return program
    if os.path.isdir(path) or not os.stat(path).st_mode & 0o111:
        raise _error(PermissionError, path)
    return _script(path)


_ERRORS = {
    FileNotFoundError: (2, "No such file or directory"),
    PermissionError: (13, "Permission denied"),
    NotADirectoryError: (20, "Not a directory"),
    OSError: (8, "Exec format error"),
}


def _error(kind, path):
    return kind(*_ERRORS[kind], path)


def _script(path):
    """A script of the program's own, by the interpreter that its first line names."""
    with open(path, "rb") as file:
        first = file.readline().decode(errors="replace")
    if not first.startswith("#!"):
        raise _error(OSError, path)
    words = first[2:].split()
    if words and os.path.basename(words[0]) == "env":
        words[0] = f"/usr/bin/{words.pop(1)}" if len(words) > 1 else ""
    program = _program_at.get(words[0] if words else "")
    if program is None:
        raise _error(FileNotFoundError, path)
    return lambda argv: program([*words, path, *argv[1:]])


def _fork_exec(args, executable_list, close_fds, pass_fds, cwd, env,
               p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,
               errpipe_read, errpipe_write, restore_signals, start_new_session,
               process_group, gid, groups_list, uid, umask, preexec_fn):  # fmt: skip
    """``_posixsubprocess.fork_exec``: the child's process number.

    A program that cannot be started is an error here, not one that the child reports.
    """
    _refuse_options(preexec_fn=preexec_fn, user=uid, group=gid, extra_groups=groups_list)
    program = _resolve(executable_list, cwd)
    kept = [fd for fd in pass_fds if fd != errpipe_write]
    if not close_fds:
        kept += set(kernel.process.descriptors) - {0, 1, 2, errpipe_write, errpipe_read}
    sources = {0: p2cread, 1: c2pwrite, 2: errwrite}
    fds = {target: calls.inherited(target if fd == -1 else fd) for target, fd in sources.items()}
    fds.update((fd, calls.inherited(fd)) for fd in kept)
    return start(
        program,
        [os.fsdecode(word) for word in args],
        {fd: file for fd, file in fds.items() if file is not None},
        environ=None if env is None else dict(entry.split(b"=", 1) for entry in env),
        directory=None if cwd is None else os.path.realpath(os.fsdecode(cwd)),
        group=0 if start_new_session else None if process_group == -1 else process_group,
    ).pid


def _refuse_options(**options):
    for name, value in options.items():
        if value is not None:
            raise NotImplementedError(f"{name} is not available for a process in Loopscope")


def _resolve(executables, cwd):
    """The first program that exists, as ``execve`` is tried on one path after another.

    The errors are those that ``subprocess`` reads from the child and raises in the parent.
    """
    if cwd is not None and not os.path.isdir(cwd):
        kind = NotADirectoryError if os.path.exists(cwd) else FileNotFoundError
        raise _error(kind, os.fsdecode(cwd))
    names = [os.fsdecode(executable) for executable in executables]
    failure = None
    for name in names:
        try:
            return find_program(os.path.join(os.fsdecode(cwd or ""), name))
        except OSError as problem:
            if failure is None or not isinstance(problem, FileNotFoundError):
                failure = problem
    failure.filename = names[0] if len(names) == 1 else os.path.basename(names[0])
    raise failure


def _wait(self, timeout):
    """``Popen._wait`` without its polling: it ends when the child does, or when time is up."""
    if self.returncode is None:
        due_ns = None if timeout is None else kernel.now_ns() + kernel.to_ns(timeout)
        if not process.wait_until_ended(self.pid, due_ns):
            raise subprocess.TimeoutExpired(self.args, timeout)
        self._internal_poll()
    return self.returncode


def install() -> None:
    _program_at.update(_programs())
    sys.executable = sys._base_executable = PYTHON
    os.environ["PATH"] = PATH
    os.environ.pop("_", None)
    _posixsubprocess.fork_exec = subprocess._fork_exec = _fork_exec
    subprocess._can_fork_exec = True
    subprocess._USE_POSIX_SPAWN = False
    for name in ("waitpid", "waitstatus_to_exitcode", "WIFSTOPPED", "WSTOPSIG", "WNOHANG"):
        setattr(subprocess._del_safe, name, getattr(os, name))
    subprocess.Popen._wait = _wait
    subprocess._PopenSelector = selectors.PollSelector
