/** Descriptors by their numbers: the standard three, bad ones, and those of what is no file. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { ATTEMPT, printedBy, runPython } from './run-python.ts';

const same = (text: string) => dedent(text).trim();

it('writes what is printed to what the first descriptor stands for', async () => {
  const printed = await printedBy(`
    import os, subprocess, sys, tempfile
    with tempfile.TemporaryFile() as file:
        saved = os.dup(1)
        os.dup2(file.fileno(), 1)
        print("of python")
        os.system("echo of a shell")
        subprocess.run([sys.executable, "-c", "print('of a child')"])
        os.write(1, b"raw\\n")
        os.dup2(saved, 1)
        file.seek(0)
        print(file.read())
    reader, writer = os.pipe()
    os.dup2(writer, 1)
    os.close(writer)
    print("through a pipe")
    os.dup2(saved, 1)
    print(os.read(reader, 99), os.read(reader, 99), sys.stdout.fileno())
  `);
  expect(printed.split('\n')).toEqual([
    "b'of python\\nof a shell\\nof a child\\nraw\\n'",
    "b'through a pipe\\n' b'' 1",
  ]);
});

it('lets one output go where the other goes, and each have files of its own', async () => {
  const { events, outcome } = await runPython(`
    import os, sys
    os.dup2(1, 2)
    print("error", file=sys.stderr)
    with os.fdopen(1, "w") as output:
        output.write("output\\n")
    print("lost")
  `);
  const output = events.flatMap((event) =>
    event.kind === 'output' ? [`${event.stream}: ${event.text}`] : [],
  );
  expect(output.slice(0, 2)).toEqual(['stdout: error\n', 'stdout: output\n']);
  expect(output.join('')).toContain('OSError: [Errno 9] Bad file descriptor');
  expect(output.join('')).toContain('Exception ignored while flushing sys.stdout:');
  expect(outcome).toMatchObject({ kind: 'exited', status: 120 });
});

it('gives a standard descriptor that was closed to what is opened next', async () => {
  const printed = await printedBy(`
    import os, sys
    with open("words", "w") as file:
        file.write("one\\ntwo\\n")
    os.close(0)
    print(os.open("words", os.O_RDONLY), repr(sys.stdin.readline()), repr(input()))
    os.close(0)
    with open("words", "r+") as file:
        print(file.fileno(), file.read(3), file.tell(), file.seek(0), file.truncate(2))
    print(os.pipe()[0], os.path.getsize("words"))
  `);
  expect(printed.split('\n')).toEqual(["0 'one\\n' 'two'", '0 one 3 0 2', '0 2']);
});

it('keeps files from children, as long as they are not made inheritable', async () => {
  const printed = await printedBy(`
    import fcntl, os, subprocess, sys
    file = open("log", "w")
    fd = file.fileno()
    print(os.get_inheritable(fd), fcntl.fcntl(fd, fcntl.F_GETFD))
    write = [sys.executable, "-c", f"import os; os.write({fd}, b'of the child')"]
    os.set_inheritable(fd, True)
    print(fcntl.fcntl(fd, fcntl.F_GETFD), subprocess.run(write, close_fds=False).returncode)
    print(open("log").read())
  `);
  expect(printed.split('\n')).toEqual(['False 1', '0 0', 'of the child']);
});

it('says of a number that is not open that it is bad, whatever is asked of it', async () => {
  const printed = await printedBy(`
    import fcntl, os
    ${ATTEMPT}
    attempt(
        *(lambda call=call: call(999) for call in (
            os.dup, os.fstat, os.get_inheritable, os.get_blocking, os.listdir, os.fdopen, open,
            lambda fd: os.dup2(fd, 5), lambda fd: os.dup2(1, -1), lambda fd: os.lockf(fd, 0, 0),
            lambda fd: os.set_blocking(fd, True), lambda fd: os.set_inheritable(fd, True),
            lambda fd: os.posix_fadvise(fd, 0, 1, 0), lambda fd: fcntl.fcntl(fd, fcntl.F_GETFL),
            lambda fd: fcntl.flock(fd, fcntl.LOCK_EX), lambda fd: fcntl.ioctl(fd, 1, b""),
        ))
    )
  `);
  const bad = 'OSError [Errno 9] Bad file descriptor';
  expect(printed.split('\n')).toEqual(Array(16).fill(bad));
});

it('answers of a pipe and of a socket as Linux does', async () => {
  const printed = await printedBy(`
    import fcntl, os, socket, termios
    ${ATTEMPT}
    reader, writer = os.pipe()
    os.write(writer, b"abc")
    plain = socket.socket()
    plain.setblocking(False)
    attempt(
        lambda: [fcntl.fcntl(fd, fcntl.F_GETFL) & 3 for fd in (reader, writer, plain.fileno())],
        lambda: fcntl.fcntl(plain, fcntl.F_GETFL) & os.O_NONBLOCK == os.O_NONBLOCK,
        lambda: fcntl.fcntl(reader, fcntl.F_SETFL, os.O_NONBLOCK) or os.get_blocking(reader),
        lambda: fcntl.fcntl(reader, fcntl.F_GETPIPE_SZ),
        lambda: fcntl.ioctl(reader, termios.FIONREAD, b"0000"),
        lambda: os.readv(reader, [bytearray(2), bytearray(2)]),
        lambda: os.writev(writer, [b"d", b"ef"]),
        lambda: os.get_inheritable(fcntl.fcntl(writer, fcntl.F_DUPFD)),
        lambda: fcntl.fcntl(reader, 9999),
        lambda: os.fsync(writer),
        lambda: os.ftruncate(plain.fileno(), 0),
        lambda: os.pread(reader, 1, 0),
        lambda: os.fchdir(reader),
        lambda: fcntl.fcntl(plain, fcntl.F_GETPIPE_SZ),
        lambda: fcntl.ioctl(reader, termios.TIOCGWINSZ, b"0" * 8),
    )
  `);
  expect(printed).toBe(
    same(`
    [0, 1, 2]
    True
    False
    65536
    b'\\x03\\x00\\x00\\x00'
    3
    3
    True
    OSError [Errno 22] Invalid argument
    OSError [Errno 22] Invalid argument
    OSError [Errno 22] Invalid argument
    OSError [Errno 29] Illegal seek
    NotADirectoryError [Errno 20] Not a directory
    OSError [Errno 9] Bad file descriptor
    OSError [Errno 25] Inappropriate ioctl for device`),
  );
});

it('watches an epoll by another, and refuses what would watch itself', async () => {
  const printed = await printedBy(`
    import os, select
    ${ATTEMPT}
    inner, outer = select.epoll(), select.epoll()
    outer.register(inner.fileno(), select.EPOLLIN)
    reader, writer = os.pipe()
    inner.register(reader, select.EPOLLIN)
    attempt(lambda: outer.poll(0), lambda: os.write(writer, b"x"))
    attempt(
        lambda: [events for _, events in outer.poll()],
        lambda: [events for _, events in select.epoll.fromfd(inner.fileno()).poll()],
        lambda: inner.register(inner.fileno()),
        lambda: inner.register(outer.fileno()),
        lambda: inner.register(999),
        lambda: inner.register(open("file", "w")),
        lambda: inner.poll(0, 0),
        lambda: select.epoll(0),
        lambda: select.epoll(flags=1),
    )
    os.close(inner.fileno())
    attempt(lambda: inner.poll(0))
  `);
  expect(printed).toBe(
    same(`
    []
    1
    [1]
    [1]
    OSError [Errno 22] Invalid argument
    OSError [Errno 40] Too many levels of symbolic links
    OSError [Errno 9] Bad file descriptor
    PermissionError [Errno 1] Operation not permitted
    ValueError maxevents must be greater than 0, got 0
    ValueError negative sizehint
    OSError invalid flags
    OSError [Errno 9] Bad file descriptor`),
  );
});

it('polls only what is open, and takes only what C could take', async () => {
  const printed = await printedBy(`
    import select
    ${ATTEMPT}
    poll = select.poll()
    poll.register(998, select.POLLIN)
    attempt(
        lambda: poll.poll(0) == [(998, select.POLLNVAL)],
        lambda: select.select([998], [], [], 0),
        lambda: select.select([1 << 20], [], [], 0),
        lambda: select.select([-1], [], [], 0),
        lambda: select.select(["x"], [], []),
        lambda: select.select([], [], [], "x"),
        lambda: poll.poll("x"),
        lambda: poll.register(1, -1),
        lambda: poll.register(1, 1 << 17),
    )
  `);
  expect(printed).toBe(
    same(`
    True
    OSError [Errno 9] Bad file descriptor
    ValueError filedescriptor out of range in select()
    ValueError file descriptor cannot be a negative integer (-1)
    TypeError argument must be an int, or have a fileno() method.
    TypeError timeout must be a float or None
    TypeError timeout must be an integer or None
    ValueError value must be positive
    OverflowError Python int too large for C unsigned short`),
  );
});

it('numbers all errors as Linux does, those that C refuses by itself as well', async () => {
  const printed = await printedBy(`
    import errno, os
    ${ATTEMPT}
    attempt(
        lambda: os.putenv("", "c"),
        lambda: os.unsetenv(""),
        lambda: os.getsid(999_999),
        lambda: os.listdir(os.open("main.py", os.O_RDONLY)) and None,
        lambda: [errno.ENOEXEC, errno.ENOMEM, errno.ERANGE, errno.ENODATA, errno.ECANCELED],
        lambda: all(getattr(errno, name) == number for number, name in errno.errorcode.items()),
        lambda: os.strerror(errno.ENODATA) + ", " + os.strerror(99_999),
    )
  `);
  expect(printed.replace(/directory: \d+/, 'directory: N')).toBe(
    same(`
    OSError [Errno 22] Invalid argument
    OSError [Errno 22] Invalid argument
    ProcessLookupError [Errno 3] No such process
    NotADirectoryError [Errno 20] Not a directory: N
    [8, 12, 34, 61, 125]
    True
    No data available, Unknown error 99999`),
  );
});

it('prints in a recursion as deep as natively but for one frame', async () => {
  const printed = await printedBy(`
    import sys
    def nest(depth):
        print(depth)
        nest(depth + 1)
    try:
        nest(1)
    except RecursionError:
        print("limit", sys.getrecursionlimit())
  `);
  expect(printed.split('\n').slice(-2)).toEqual(['998', 'limit 1000']);
});
