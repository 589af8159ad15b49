"""``fork_exec``: how CPython's ``subprocess`` and ``multiprocessing`` start a program."""

import _posixsubprocess
import errno
import functools
import os
import selectors
import subprocess
import sys

from .. import kernel, moments
from ..files import calls, control, pipes
from . import children, command_line, interpreter, programs, shell
from .text_utilities import READERS
from .utilities import UTILITIES, run

PYTHON = "/usr/bin/python3"

ENVIRONMENT = {
    "HOME": "/home/learner",
    "LANG": "en_US.UTF-8",
    "LOGNAME": "learner",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "PWD": "/home/learner",
    "SHELL": "/bin/sh",
    "USER": "learner",
}


def _programs():
    for name in ("python", "python3", f"python3.{sys.version_info.minor}"):
        yield f"/usr/bin/{name}", interpreter.main
    yield "/bin/sh", shell.main
    for name, utility in {**UTILITIES, **READERS}.items():
        yield f"/bin/{name}", functools.partial(run, utility)


def _fork_exec(args, executable_list, close_fds, pass_fds, cwd, env,
               p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,
               errpipe_read, errpipe_write, restore_signals, start_new_session,
               process_group, gid, groups_list, uid, umask, preexec_fn):  # fmt: skip
    """``_posixsubprocess.fork_exec``: the child's process number.

    A program that cannot be started is an error here, not one that the child reports.
    """
    # What is no file name in the system's encoding is the caller's error.
    argv = [os.fsdecode(c_string(word)) for word in args]
    entries = [c_string(entry) for entry in env or ()]
    refuse_options(user=uid, group=gid, extra_groups=groups_list)
    program = resolve(executable_list, cwd)
    inheritable = set(control.inheritable())
    kept = [fd for fd in pass_fds if fd != errpipe_write]
    if not close_fds:
        kept += inheritable - {0, 1, 2}
    sources = {0: p2cread, 1: c2pwrite, 2: errwrite}
    fds = {
        target: calls.inherited(target if fd == -1 else fd)
        for target, fd in sources.items()
        if fd != -1 or target in inheritable
    }
    fds.update((fd, calls.inherited(fd)) for fd in kept)
    _name_pipes(argv, {name: fds[fd] for name, fd in _STREAMS.items() if sources[fd] != -1})
    if preexec_fn is not None:
        program = _prepared(program, preexec_fn, errpipe_write)
        fds[errpipe_write] = calls.inherited(errpipe_write)
    return programs.start(
        program,
        argv,
        {fd: file for fd, file in fds.items() if file is not None},
        environ=None if env is None else dict(entry.split(b"=", 1) for entry in entries),
        umask=None if umask == -1 else umask,
        directory=None if cwd is None else os.path.realpath(os.fsdecode(cwd)),
        group=0 if start_new_session else None if process_group == -1 else process_group,
    ).pid


def _prepared(program, preexec_fn, report_fd):
    """The program, after ``preexec_fn()`` in the child; its failure is for the parent to raise."""

    def run(argv):
        try:
            preexec_fn()
        except kernel.RunOver:
            raise
        except BaseException:
            os.write(report_fd, b"SubprocessError:0:Exception occurred in preexec_fn.")
            return _EXEC_FAILED
        os.close(report_fd)
        return program(argv)

    return run


_EXEC_FAILED = 255


def c_string(text) -> bytes:
    """A text in the system's encoding, as ``PyUnicode_FSConverter`` makes it."""
    encoded = os.fsencode(text)
    if b"\0" in encoded:
        raise ValueError("embedded null byte")
    return encoded


_STREAMS = {"stdin": 0, "stdout": 1, "stderr": 2}


def _name_pipes(argv, files):
    """What a trace calls the pipes between a child and its parent."""
    for name, file in files.items():
        if isinstance(file, pipes.End) and file.pipe.name == pipes.Pipe.name:
            file.pipe.name = f"{name} of {command_line.name_of(argv)}"


def refuse_options(**options):
    for name, value in options.items():
        if value is not None:
            raise NotImplementedError(f"{name} is not available for a process in Loopscope")


def resolve(executables, cwd):
    """The first program that exists, as ``execve`` is tried on one path after another.

    The errors are those that ``subprocess`` reads from the child and raises in the parent.
    """
    if cwd is not None and not os.path.isdir(c_string(cwd)):
        number = errno.ENOTDIR if os.path.exists(cwd) else errno.ENOENT
        raise programs.error(number, os.fsdecode(cwd))
    names = [os.fsdecode(c_string(executable)) for executable in executables]
    failure = None
    for name in names:
        try:
            return programs.find(os.path.join(os.fsdecode(cwd or ""), name))
        except OSError as problem:
            if failure is None or not isinstance(problem, FileNotFoundError):
                failure = problem
    failure.filename = names[0] if len(names) == 1 else os.path.basename(names[0])
    raise failure


def _wait(self, timeout):
    """``Popen._wait`` without its polling: it ends when the child does, or when time is up."""
    if self.returncode is None:
        due_ns = None if timeout is None else moments.after(timeout)
        if not children.wait_until_ended(self.pid, due_ns):
            raise subprocess.TimeoutExpired(self.args, timeout)
        self._internal_poll()
    return self.returncode


UMASK = 0o022
"""Of the main program."""


def give_environment() -> None:
    """The main process begins anew, as every process does, with the variables of the first."""
    environ = {os.fsencode(name): os.fsencode(value) for name, value in ENVIRONMENT.items()}
    kernel.process.globals.begin_with(environ, ENVIRONMENT["HOME"], UMASK)
    kernel.process.enter()


def install() -> None:
    for path, program in _programs():
        programs.provide(path, program)
    sys.executable = sys._base_executable = PYTHON
    os.environ.clear()
    os.environ.update(ENVIRONMENT)
    _posixsubprocess.fork_exec = subprocess._fork_exec = _fork_exec
    subprocess._can_fork_exec = True
    subprocess._USE_POSIX_SPAWN = False
    for name in ("waitpid", "waitstatus_to_exitcode", "WIFSTOPPED", "WSTOPSIG", "WNOHANG"):
        setattr(subprocess._del_safe, name, getattr(os, name))
    subprocess.Popen._wait = _wait
    subprocess._PopenSelector = selectors.PollSelector
