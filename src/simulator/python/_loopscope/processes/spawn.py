"""``os.posix_spawn`` and its kin: a program started beside the one that runs, or in its place."""

import os
import posix

from .. import kernel
from ..errors import error
from ..files import calls, control
from . import children, launch, programs

POSIX_SPAWN_OPEN, POSIX_SPAWN_CLOSE, POSIX_SPAWN_DUP2 = range(3)


def posix_spawn(path, argv, env, /, **options):
    return _spawn("posix_spawn", [path], argv, env, **options)


def posix_spawnp(path, argv, env, /, **options):
    """The same, of a program that is looked for on ``PATH``."""
    folders = [""] if os.sep in os.fsdecode(path) else os.get_exec_path()
    paths = [os.path.join(folder, os.fsdecode(path)) for folder in folders]
    return _spawn("posix_spawnp", paths, argv, env, **options)


def execv(path, argv, /):
    """``os.execv``: the program takes the place of the one that runs."""
    _exec("execv", path, argv, os.environ)


def execve(path, argv, env):
    _exec("execve", path, argv, env)


def _exec(name, path, argv, env):
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{name}() arg 2 must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}() arg 2 must not be empty")
    if not argv[0]:
        raise ValueError(f"{name}() arg 2 first element cannot be empty")
    words = [os.fsdecode(word) for word in argv]
    environ = dict(_environment(env))
    try:
        program = programs.find(os.fsdecode(path))
    except OSError as failure:
        # Of these calls CPython's errors do not name the file.
        raise type(failure)(failure.errno, failure.strerror) from None
    kernel.settle()
    kernel.process.become(lambda: program(words), environ)


def _spawnvef(mode, file, args, env, function):
    """What all of ``os.spawn…`` are; there is no ``fork`` behind them."""
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    start = posix_spawnp if function in (os.execvp, os.execvpe) else posix_spawn
    try:
        pid = start(file, args, os.environ if env is None else env)
    except OSError:
        cannot = lambda argv: _CANNOT_EXECUTE
        pid = programs.start(cannot, [os.fsdecode(word) for word in args], _files(())).pid
    if mode == os.P_NOWAIT:
        return pid
    return os.waitstatus_to_exitcode(children.wait_for(pid, 0)[1])


_CANNOT_EXECUTE = 127


def _spawn(name, paths, argv, env, *, file_actions=(), setpgroup=None, resetids=False, setsid=False,
           setsigmask=None, setsigdef=(), scheduler=None):  # fmt: skip
    launch.refuse_options(setsigmask=setsigmask, scheduler=scheduler)
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{name}: argv must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}: argv must not be empty")
    environ = None if env is None else dict(_environment(env))
    program = launch.resolve(paths, None)
    try:
        files = _files(file_actions or ())
    except OSError as failure:
        raise type(failure)(failure.errno, failure.strerror, paths[0]) from None
    group = 0 if setsid else setpgroup
    words = [os.fsdecode(word) for word in argv]
    return programs.start(program, words, files, environ=environ, group=group).pid


def _environment(env):
    for key, value in env.items():
        if b"=" in os.fsencode(key):
            raise ValueError("illegal environment variable name")
        yield os.fsencode(key), os.fsencode(value)


def _files(actions):
    """By their numbers in the child."""
    files = {fd: calls.inherited(fd) for fd in control.inheritable()}
    for action in actions:
        if not isinstance(action, tuple) or not action:
            raise TypeError("Each file_actions element must be a non-empty tuple")
        kind, fd, *rest = action
        if kind == POSIX_SPAWN_OPEN:
            opened = os.open(*rest)
            files[fd] = calls.inherited(opened)
            files[fd].retain()
            os.close(opened)
        elif kind == POSIX_SPAWN_CLOSE:
            files.pop(fd, None)
        elif kind == POSIX_SPAWN_DUP2:
            files[rest[0]] = files.get(fd) or calls.inherited(fd)
            if files[rest[0]] is None:
                raise error("EBADF")
        else:
            raise TypeError("Unknown file_actions identifier")
    return files


def install() -> None:
    for function in (posix_spawn, posix_spawnp, execv, execve):
        function.__module__ = "posix"
        setattr(os, function.__name__, function)
        setattr(posix, function.__name__, function)
    os._spawnvef = _spawnvef
    for name in ("POSIX_SPAWN_OPEN", "POSIX_SPAWN_CLOSE", "POSIX_SPAWN_DUP2"):
        setattr(os, name, globals()[name])
