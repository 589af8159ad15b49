/** What the operating system tells a program of itself, and which errors it gives. */
import { expect, it } from 'vitest';
import { printedBy } from './run-python.ts';

it('runs a program as an ordinary user, whose files are its own', async () => {
  const printed = await printedBy(`
    import getpass, grp, os, pathlib, pwd
    print(os.getuid(), os.geteuid(), os.getgid(), os.getegid(), os.getgroups(), os.getresuid())
    print(getpass.getuser(), pwd.getpwuid(os.getuid()).pw_dir, grp.getgrgid(os.getgid()).gr_name)
    pathlib.Path("notes").write_text("")
    print(pathlib.Path("notes").owner(), pathlib.Path("notes").group(), os.stat("notes").st_uid)
    print(os.path.expanduser("~root"), os.setuid(1000), os.getgrouplist("learner", 1000))
    for call in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setgroups([]),
                 lambda: os.chroot("/"), lambda: pwd.getpwnam("nobody"), lambda: grp.getgrgid(7)):
        try:
            call()
        except (OSError, KeyError) as error:
            print(error)
  `);
  expect(printed.split('\n')).toEqual([
    '1000 1000 1000 1000 [1000] (1000, 1000, 1000)',
    'learner /home/learner learner',
    'learner learner 1000',
    '/root None [1000]',
    ...Array(3).fill('[Errno 1] Operation not permitted'),
    "[Errno 1] Operation not permitted: '/'",
    '"getpwnam(): name not found: \'nobody\'"',
    "'getgrgid(): gid not found: 7'",
  ]);
});

it('has eight processors, which a program may ask for fewer of', async () => {
  const printed = await printedBy(`
    import os
    print(os.cpu_count(), os.sysconf("SC_NPROCESSORS_ONLN"), len(os.sched_getaffinity(0)))
    os.sched_setaffinity(0, {1, 2})
    print(os.sched_getaffinity(0), os.process_cpu_count(), os.cpu_count())
    print(os.nice(0), os.nice(5), os.getpriority(os.PRIO_PROCESS, 0))
    for call in (lambda: os.nice(-1), lambda: os.sched_setaffinity(0, {9})):
        try:
            call()
        except OSError as error:
            print(error)
  `);
  expect(printed.split('\n')).toEqual([
    '8 8 8',
    '{1, 2} 2 8',
    '0 5 5',
    '[Errno 1] Operation not permitted',
    '[Errno 22] Invalid argument',
  ]);
});

it('makes files and folders with the rights that the mask leaves', async () => {
  const printed = await printedBy(`
    import os, pathlib
    def rights(path):
        return oct(os.stat(path).st_mode & 0o777)
    open("a", "w").close()
    os.mkdir("b")
    print(rights("a"), rights("b"), oct(os.umask(0o77)))
    pathlib.Path("c").touch()
    pathlib.Path("d/e").mkdir(parents=True)
    os.close(os.open("f", os.O_CREAT | os.O_WRONLY, 0o700))
    print(rights("c"), rights("d/e"), rights("f"), oct(os.umask(0)))
    os.chmod("c", 0o666)
    print(rights("c"), os.access("c", os.W_OK))
  `);
  expect(printed.split('\n')).toEqual(['0o644 0o755 0o22', '0o600 0o700 0o700 0o77', '0o666 True']);
});

it('gives files no second name, and says so as a file system without links', async () => {
  const printed = await printedBy(`
    import os
    open("a", "w").close()
    for names in (("a", "b"), ("a", "a"), ("z", "b")):
        try:
            os.link(*names)
        except OSError as error:
            print(type(error).__name__, error)
  `);
  expect(printed.split('\n')).toEqual([
    "PermissionError [Errno 1] Operation not permitted: 'a' -> 'b'",
    "FileExistsError [Errno 17] File exists: 'a' -> 'a'",
    "FileNotFoundError [Errno 2] No such file or directory: 'z' -> 'b'",
  ]);
});

it('reads and writes at a place, reserves room, and makes pipes with flags', async () => {
  const printed = await printedBy(`
    import os
    fd = os.open("data", os.O_CREAT | os.O_RDWR)
    print(os.pwritev(fd, [b"abc", b"def"], 2))
    first, second = bytearray(2), bytearray(9)
    print(os.preadv(fd, [first, second], 3), first, second)
    os.posix_fallocate(fd, 0, 20)
    print(os.fstat(fd).st_size, len(os.getrandom(4)))
    reader, writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    print(os.get_blocking(reader), os.get_inheritable(writer))
    try:
        os.read(reader, 1)
    except BlockingIOError as error:
        print(error)
  `);
  expect(printed.split('\n')).toEqual([
    '6',
    "5 bytearray(b'bc') bytearray(b'def\\x00\\x00\\x00\\x00\\x00\\x00')",
    '20 4',
    'False False',
    '[Errno 11] Resource temporarily unavailable',
  ]);
});

it('counts as time of the processor what a program computes, and not what it sleeps', async () => {
  const printed = await printedBy(`
    import os, threading, time
    time.sleep(2)
    print(time.process_time(), time.thread_time())

    def compute():
        for _ in range(2_000_000):
            pass
        spent.append(time.thread_time())

    spent = []
    worker = threading.Thread(target=compute)
    worker.start()
    worker.join()
    print(0.05 < spent[0] < time.process_time() + 1e-6 < 1, time.thread_time() < 0.01)
    print(os.times().user == round(time.process_time(), 9), os.times().elapsed > 2)
  `);
  expect(printed).toBe('0.0 0.0\nTrue True\nTrue True');
});

it('names errors of files in the words of Linux', async () => {
  const printed = await printedBy(`
    import errno, os
    os.symlink("loop", "loop")
    def many():
        for _ in range(5_000):
            os.open("data", os.O_CREAT)
    for call in (lambda: open("loop"), lambda: os.get_terminal_size(), many):
        try:
            call()
        except OSError as error:
            print(error, error.strerror == os.strerror(error.errno))
  `);
  expect(printed.split('\n')).toEqual([
    "[Errno 40] Too many levels of symbolic links: 'loop' True",
    '[Errno 25] Inappropriate ioctl for device True',
    "[Errno 24] Too many open files: 'data' True",
  ]);
});

it('gives no error of another system’s', async () => {
  const printed = await printedBy(`
    import fcntl, os, time
    for call in (lambda: os.ttyname(0), lambda: time.clock_settime(0, 1), lambda: os.openpty(),
                 lambda: os.mknod("node"), lambda: os.posix_spawn("/bin/ls", ["ls"], {}),
                 lambda: os.seteuid(0), lambda: os.setpriority(os.PRIO_PROCESS, 0, -5)):
        try:
            call()
        except OSError as error:
            print(error)
  `);
  expect(printed.split('\n')).toEqual([
    '[Errno 25] Inappropriate ioctl for device',
    '[Errno 1] Operation not permitted',
    '[Errno 38] Function not implemented: os.openpty is not available in Loopscope; use os.pipe',
    "[Errno 1] Operation not permitted: 'node'",
    '[Errno 38] Function not implemented: os.posix_spawn is not available in Loopscope; use subprocess',
    ...Array(2).fill('[Errno 1] Operation not permitted'),
  ]);
});
