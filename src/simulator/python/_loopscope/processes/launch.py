"""``fork_exec``: how CPython's ``subprocess`` and ``multiprocessing`` start a program.

The programs that a process can be are few. Each has a file at its usual path, so that looking for
one on ``PATH`` works; what the file says does not matter, the path does.
"""

import _posixsubprocess
import os
import subprocess
import sys

from .. import kernel
from . import descriptors, interpreter, process, shell
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
    held = {fd: file.hold() for fd, file in fds.items()}
    child = Process(kernel.process, held)
    if group is not None:
        child.group = group or child.pid
    child.belongings.begin_with(
        dict(os.environ._data if environ is None else environ), directory or os.getcwd()
    )
    child.start(lambda: program(argv))
    return child


def find_program(path):
    """What runs for that path. Raises the ``OSError`` of ``execve``."""
    if not os.path.exists(path):
        raise FileNotFoundError(2, "No such file or directory", path)
    program = _program_at.get(os.path.normpath(os.path.join(os.getcwd(), path)))
    if program is not None:
        return program
    if os.path.isdir(path) or not os.stat(path).st_mode & 0o111:
        raise PermissionError(13, "Permission denied", path)
    return _script(path)


def _script(path):
    """A script of the program's own, by the interpreter that its first line names."""
    with open(path, "rb") as file:
        first = file.readline().decode(errors="replace")
    if not first.startswith("#!"):
        raise OSError(8, "Exec format error", path)
    words = first[2:].split()
    if words and os.path.basename(words[0]) == "env":
        words[0] = f"/usr/bin/{words.pop(1)}" if len(words) > 1 else ""
    program = _program_at.get(words[0] if words else "")
    if program is None:
        raise FileNotFoundError(2, "No such file or directory", path)
    return lambda argv: program([*words, path, *argv[1:]])


def _fork_exec(args, executable_list, close_fds, pass_fds, cwd, env,
               p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,
               errpipe_read, errpipe_write, restore_signals, start_new_session,
               process_group, gid, groups_list, uid, umask, preexec_fn):  # fmt: skip
    """``_posixsubprocess.fork_exec``: the child's process number.

    What fails in the child before its program runs is written to ``errpipe_write``, as there.
    """
    _refuse_options(preexec_fn=preexec_fn, user=uid, group=gid, extra_groups=groups_list)
    fds = {
        target: descriptors.inherited(target if fd == -1 else fd)
        for target, fd in ((0, p2cread), (1, c2pwrite), (2, errwrite))
        if fd != -1 or descriptors.file_of(target)
    }
    kept = [fd for fd in pass_fds if fd != errpipe_write]
    if not close_fds:
        kept += kernel.process.descriptors.keys() - {0, 1, 2, errpipe_write, errpipe_read}
    fds.update((fd, descriptors.inherited(fd)) for fd in kept)
    argv = [os.fsdecode(word) for word in args]
    program = _resolve(executable_list, cwd, errpipe_write)
    group = 0 if start_new_session else None if process_group == -1 else process_group
    environ = None if env is None else dict(entry.split(b"=", 1) for entry in env)
    directory = os.path.realpath(os.fsdecode(cwd)) if cwd and program is not _failed else None
    return start(
        program, argv, fds, environ=environ, directory=directory, group=group
    ).pid


def _refuse_options(**options):
    for name, value in options.items():
        if value is not None:
            raise NotImplementedError(f"{name} is not available for a process in Loopscope")


def _resolve(executables, cwd, errpipe_write):
    """The first program that exists, as ``execve`` is tried on one path after another."""
    if cwd is not None and not os.path.isdir(cwd):
        missing = 20 if os.path.exists(cwd) else 2
        os.write(errpipe_write, b"OSError:%X:noexec:chdir" % missing)
        return _failed
    failure = None
    for executable in executables:
        try:
            return find_program(os.path.join(os.fsdecode(cwd or ""), os.fsdecode(executable)))
        except OSError as error:
            if failure is None or error.errno not in (2, 20):
                failure = error
    os.write(errpipe_write, b"OSError:%X:" % failure.errno)
    return _failed


def _failed(argv):
    """What a child does whose program could not be started."""
    return 255


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
