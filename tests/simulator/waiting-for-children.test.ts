/**
 * `waitpid` and its kin, and `posix_spawn`. What these programs print, native CPython prints on Linux.
 */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { ATTEMPT, printedBy, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it('waits for children by number, by group and by descriptor, with the errors of Linux', async () => {
  const program = `
    import os, signal, subprocess, sys

    def attempt(call, *args):
        try:
            return call(*args)
        except OSError as error:
            return f"{type(error).__name__} {error}"

    def start(code, **options):
        return subprocess.Popen([sys.executable, "-c", code], **options)

    for call, *args in (
        (os.waitid, os.P_ALL, 0, os.WEXITED), (os.wait3, 0), (os.wait4, -1, 0), (os.wait,),
        (os.wait4, 999_999, 0), (os.waitpid, 0, 0), (os.waitid, os.P_PID, 999_999, os.WEXITED),
        (os.waitid, 99, 0, os.WEXITED), (os.waitid, os.P_ALL, 0, 0),
    ):
        print(attempt(call, *args))

    child = start("raise SystemExit(3)")
    seen = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    print(seen.si_pid == child.pid, seen.si_uid == os.getuid(), seen.si_signo, seen.si_status, seen.si_code)
    print(os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT).si_pid == child.pid)
    pid, status, usage = os.wait4(child.pid, 0)
    print(pid == child.pid, status, type(usage), usage.ru_maxrss >= 0, len(usage))
    print(attempt(os.waitpid, child.pid, 0))
    child.returncode = 3

    child = start("import time; time.sleep(9)")
    print(os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG), os.wait3(os.WNOHANG)[:2])
    fd = os.pidfd_open(child.pid)
    child.kill()
    ended = os.waitid(os.P_PIDFD, fd, os.WEXITED)
    print(ended.si_status == signal.SIGKILL, ended.si_code == os.CLD_KILLED)
    child.returncode = -9

    child = start("raise SystemExit(4)", process_group=0)
    print(attempt(os.waitpid, 0, 0), "|", os.waitid(os.P_PGID, child.pid, os.WEXITED).si_status)
    child.returncode = 4
    child = start("raise SystemExit(5)", process_group=0)
    print(os.waitpid(-child.pid, 0)[1])
    child.returncode = 5
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] OSError [Errno 22] Invalid argument
    [   0.000] OSError [Errno 22] Invalid argument
    [   0.000] True True 17 3 1
    [   0.000] True
    [   0.000] True 768 <class 'resource.struct_rusage'> True 16
    [   0.000] ChildProcessError [Errno 10] No child processes
    [   0.000] None (0, 0)
    [   0.000] True True
    [   0.000] ChildProcessError [Errno 10] No child processes | 4
    [   0.000] 1280
    [   0.000]= exit 0`),
  );
});

it('starts programs by posix_spawn, with the descriptors that its actions leave them', async () => {
  const printed = await printedBy(`
    import os
    ${ATTEMPT}
    def run(*args, **options):
        return os.waitstatus_to_exitcode(os.waitpid(os.posix_spawn(*args, **options), 0)[1])
    reader, writer = os.pipe()
    to_pipe = [(os.POSIX_SPAWN_CLOSE, reader), (os.POSIX_SPAWN_DUP2, writer, 1)]
    to_file = [(os.POSIX_SPAWN_OPEN, 1, "file", os.O_WRONLY | os.O_CREAT, 0o600)]
    attempt(
        lambda: run("/bin/sh", ["sh", "-c", "echo $A; exit 3"], {"A": "b"}),
        lambda: run("/bin/echo", ["echo", "x"], {}, file_actions=to_pipe),
        lambda: os.read(reader, 9),
        lambda: run("/bin/echo", ["echo", "y"], {}, file_actions=to_file),
        lambda: open("file").read(),
        lambda: os.waitpid(os.posix_spawnp("true", ["true"], os.environ), 0)[1],
        lambda: os.posix_spawnp("nope", ["nope"], {}),
        lambda: os.posix_spawn("main.py", ["main.py"], {}),
        lambda: run("/bin/echo", ["echo"], {}, file_actions=[(os.POSIX_SPAWN_DUP2, 999, 1)]),
        lambda: os.posix_spawn("/bin/echo", [], {}),
        lambda: os.posix_spawn("/bin/echo", ["x"], {"a=b": "c"}),
        lambda: os.posix_spawn("/bin/echo", ["x"], {}, file_actions=[5]),
    )
  `);
  expect(printed.split('\n')).toEqual([
    'b',
    '3',
    '0',
    "b'x\\n'",
    '0',
    'y',
    '',
    '0',
    "FileNotFoundError [Errno 2] No such file or directory: 'nope'",
    "PermissionError [Errno 13] Permission denied: 'main.py'",
    "OSError [Errno 9] Bad file descriptor: '/bin/echo'",
    'ValueError posix_spawn: argv must not be empty',
    'ValueError illegal environment variable name',
    'TypeError Each file_actions element must be a non-empty tuple',
  ]);
});

it('stops a child and lets it go on, and tells whoever waits for that', async () => {
  const printed = await printedBy(`
    import os, signal, subprocess, sys, time
    code = "import time\\nfor n in range(3): print(n, flush=True); time.sleep(1)"
    counting = subprocess.Popen([sys.executable, "-c", code], stdout=-1, text=True)
    counting.stdout.readline()
    counting.send_signal(signal.SIGSTOP)
    stopped = os.waitpid(counting.pid, os.WUNTRACED)[1]
    print(os.WIFSTOPPED(stopped), os.WSTOPSIG(stopped), os.waitpid(counting.pid, os.WUNTRACED | os.WNOHANG))
    time.sleep(5)
    counting.send_signal(signal.SIGCONT)
    print(os.WIFCONTINUED(os.waitpid(counting.pid, os.WCONTINUED)[1]))
    print(counting.stdout.read().split(), counting.wait(), 6 < time.monotonic() < 7.5)

    sleeping = subprocess.Popen(["sleep", "100"])
    sleeping.send_signal(signal.SIGSTOP)
    print(os.waitid(os.P_PID, sleeping.pid, os.WSTOPPED).si_status)
    sleeping.terminate()
    time.sleep(1)
    print(sleeping.poll())
    sleeping.send_signal(signal.SIGCONT)
    print(sleeping.wait())

    computing = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    time.sleep(0.1)
    computing.send_signal(signal.SIGSTOP)
    os.waitpid(computing.pid, os.WUNTRACED)
    computing.kill()
    print(computing.wait())

    itself = subprocess.Popen([sys.executable, "-c", "import os; os.kill(os.getpid(), 19); print('on')"])
    os.waitpid(itself.pid, os.WUNTRACED)
    itself.send_signal(signal.SIGCONT)
    print(itself.wait())
  `);
  expect(printed.split('\n')).toEqual([
    'True 19 (0, 0)',
    'True',
    "['1', '2'] 0 True",
    '19',
    'None',
    '-15',
    '-9',
    'on',
    '0',
  ]);
});
