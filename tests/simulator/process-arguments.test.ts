/** What the calls that concern processes refuse, in whose words: those of native CPython on Linux. */
import { expect, it } from 'vitest';
import { printedBy } from './run-python.ts';

const EINVAL = 'OSError [Errno 22] Invalid argument';
const ESRCH = 'ProcessLookupError [Errno 3] No such process';
const ECHILD = 'ChildProcessError [Errno 10] No child processes';
const TOO_LARGE = 'OverflowError Python int too large to convert to C int';
const NULL_BYTE = 'ValueError embedded null byte';

const ANSWERS: Readonly<Record<string, string>> = {
  'os.waitpid(-1, 0)': ECHILD,
  'os.waitpid(-1, 12345678)': EINVAL,
  'os.waitpid(2**31, 0)': TOO_LARGE,
  'os.waitpid(-1, 2**31)': TOO_LARGE,
  'os.waitpid(-2**31 - 1, 0)': TOO_LARGE,
  'os.waitpid("1", 0)': "TypeError 'str' object cannot be interpreted as an integer",
  'os.wait3(12345678)': EINVAL,
  'os.wait4(1, 12345678)': EINVAL,
  'os.waitid(os.P_PID, -1, os.WEXITED)': EINVAL,
  'os.waitid(os.P_PGID, 0, os.WEXITED)': ECHILD,
  'os.waitid(os.P_PIDFD, 999, os.WEXITED)': 'OSError [Errno 9] Bad file descriptor',
  'os.waitid(os.P_PID, 2**31, os.WEXITED)': TOO_LARGE,
  'os.kill(2**31, 0)': TOO_LARGE,
  'os.kill(99999, 99)': ESRCH,
  'os.kill(os.getpid(), 65)': EINVAL,
  'os.killpg(-5, 0)': EINVAL,
  'os.killpg(99999, 99)': ESRCH,
  'os.setpgid(0, -1)': EINVAL,
  'os.pidfd_open(0)': EINVAL,
  'os.pidfd_open(os.getpid(), 77)': EINVAL,
  'os._exit("x")': "TypeError 'str' object cannot be interpreted as an integer",
  'os.setuid(-2)': 'OverflowError uid is less than minimum',
  'os.setgid("x")': 'TypeError gid should be integer, not str',
  'os.nice("x")': "TypeError 'str' object cannot be interpreted as an integer",
  'os.sched_get_priority_max(99)': EINVAL,
  'signal.siginterrupt(9, True)': EINVAL,
  'os.system("a\\0b")': NULL_BYTE,
  'os.system(1)': 'TypeError expected str, bytes or os.PathLike object, not int',
  'os.popen("a\\0b")': NULL_BYTE,
  'run(["a\\0b"])': NULL_BYTE,
  'run(["echo", b"a\\0b"])': NULL_BYTE,
  'run(["echo"], cwd="a\\0b")': NULL_BYTE,
  'run(["echo"], env={"a": "b\\0"})': NULL_BYTE,
  'sleep().send_signal(77)': EINVAL,
  'sleep().wait(timeout=-1)': "TimeoutExpired Command '['sleep', '9']' timed out after -1 seconds",
  'sleep().wait(timeout=float("nan"))': '0',
};

it('refuses what Linux refuses of processes', async () => {
  const printed = await printedBy(`
    import os, signal, subprocess
    from subprocess import run

    def sleep():
        return subprocess.Popen(["sleep", "9"])

    for asked in ${JSON.stringify(Object.keys(ANSWERS))}:
        try:
            print(eval(asked))
        except (OSError, TypeError, ValueError, OverflowError, subprocess.SubprocessError) as error:
            print(type(error).__name__, error)
  `);
  expect(printed.split('\n')).toEqual(Object.values(ANSWERS));
});
