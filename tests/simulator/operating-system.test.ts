/** What the operating system tells a program of itself, and which errors it gives. */
import { expect, it } from 'vitest';
import { ATTEMPT, printedBy } from './run-python.ts';

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
    print(abs(os.times().user - time.process_time()) < 0.001, os.times().elapsed > 2)
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
                 lambda: os.mknod("node", 0o060600), lambda: os.fork(), lambda: os.seteuid(0),
                 lambda: os.setpriority(os.PRIO_PROCESS, 0, -5)):
        try:
            call()
        except OSError as error:
            print(error)
  `);
  expect(printed.split('\n')).toEqual([
    '[Errno 25] Inappropriate ioctl for device',
    '[Errno 1] Operation not permitted',
    '[Errno 38] Function not implemented: os.openpty is not available in Loopscope; use os.pipe',
    '[Errno 1] Operation not permitted',
    '[Errno 38] Function not implemented: os.fork is not available in Loopscope; use subprocess or multiprocessing',
    ...Array(2).fill('[Errno 1] Operation not permitted'),
  ]);
});

it('numbers as Linux does what CPython and its C library refuse by themselves', async () => {
  const printed = await printedBy(`
    import fcntl, os, pathlib, shutil, signal, time
    os.mkdir("folder")
    os.mkfifo("fifo")
    os.symlink("nowhere", "link")
    file = os.open("main.py", os.O_RDWR)
    print(signal.alarm(-1), signal.alarm(0) > 10**6)
    for call in (lambda: open("folder"), lambda: pathlib.Path("folder").read_text(),
                 lambda: shutil.copyfile("folder", "copy"), lambda: os.read(file, -1),
                 lambda: os.lockf(file, 9, 1), lambda: time.clock_gettime(99),
                 lambda: os.open("link", os.O_CREAT | os.O_EXCL), lambda: open("link", "x"),
                 lambda: os.open("fifo", os.O_RDONLY | os.O_DIRECTORY),
                 lambda: os.getpriority(9, 0), lambda: os.getrandom(4, 999),
                 lambda: signal.siginterrupt(99, True), lambda: signal.set_wakeup_fd(file),
                 lambda: signal.setitimer(99, 1)):
        try:
            print(call())
        except (OSError, ValueError) as error:
            print(str(error).replace(str(file), "N"))
  `);
  expect(printed.split('\n')).toEqual([
    '0 True',
    ...Array(3).fill("[Errno 21] Is a directory: 'folder'"),
    ...Array(3).fill('[Errno 22] Invalid argument'),
    ...Array(2).fill("[Errno 17] File exists: 'link'"),
    "[Errno 20] Not a directory: 'fifo'",
    ...Array(2).fill('[Errno 22] Invalid argument'),
    'signal number out of range',
    'the fd N must be in non-blocking mode',
    '[Errno 22] Invalid argument',
  ]);
});

it('copies from descriptor to descriptor, as the kernel does', async () => {
  const printed = await printedBy(`
    import os
    ${ATTEMPT}
    with open("from", "wb") as file:
        file.write(b"0123456789")
    source, target = os.open("from", os.O_RDONLY), os.open("to", os.O_RDWR | os.O_CREAT)
    reader, writer = os.pipe()
    attempt(
        lambda: os.copy_file_range(source, target, 4),
        lambda: os.copy_file_range(source, target, 100),
        lambda: os.copy_file_range(source, target, 5, offset_src=2, offset_dst=0),
        lambda: open("to", "rb").read(),
        lambda: os.splice(source, writer, 4, offset_src=0),
        lambda: os.splice(reader, target, 9, offset_dst=1),
        lambda: os.pread(target, 99, 0),
        lambda: os.sendfile(writer, source, 7, 9),
        lambda: os.read(reader, 9),
        lambda: os.copy_file_range(source, writer, 5),
        lambda: os.copy_file_range(source, 999, 5),
        lambda: os.splice(source, target, 3),
        lambda: os.splice(reader, target, 3, offset_src=1),
        lambda: os.splice(reader, target, -3),
    )
  `);
  expect(printed.split('\n')).toEqual([
    '4',
    '6',
    '5',
    "b'2345656789'",
    '4',
    '4',
    "b'2012356789'",
    '3',
    "b'789'",
    'OSError [Errno 22] Invalid argument',
    'OSError [Errno 9] Bad file descriptor',
    'OSError [Errno 22] Invalid argument',
    'OSError [Errno 29] Illegal seek',
    "ValueError negative value for 'count' not allowed",
  ]);
});

it('counts in a descriptor, which wakes who waits for it, and keeps files without a name', async () => {
  const printed = await printedBy(`
    import asyncio, os
    ${ATTEMPT}
    async def main():
        counter = os.eventfd(0, os.EFD_NONBLOCK)
        loop = asyncio.get_running_loop()
        counted = loop.create_future()
        loop.add_reader(counter, lambda: counted.done() or counted.set_result(os.eventfd_read(counter)))
        loop.call_later(1, os.eventfd_write, counter, 5)
        print(await counted, loop.time())
        loop.remove_reader(counter)
    asyncio.run(main())
    two = os.eventfd(2, os.EFD_SEMAPHORE | os.EFD_NONBLOCK)
    file = os.memfd_create("name")
    attempt(
        lambda: [os.eventfd_read(two), os.eventfd_read(two)],
        lambda: os.eventfd_read(two),
        lambda: os.read(two, 7),
        lambda: os.eventfd_write(two, 2**64 - 1),
        lambda: os.eventfd(0, 12345),
        lambda: [os.write(file, b"hello"), os.pread(file, 9, 1), os.fstat(file).st_size],
        lambda: [os.get_inheritable(fd) for fd in (two, file, os.eventfd(0, 0))],
        lambda: os.listxattr("main.py"),
        lambda: os.getxattr("main.py", "user.x"),
        lambda: os.listxattr("nowhere"),
    )
  `);
  expect(printed.split('\n')).toEqual([
    '5 1.0',
    '[1, 1]',
    'BlockingIOError [Errno 11] Resource temporarily unavailable',
    'OSError [Errno 22] Invalid argument',
    'OSError [Errno 22] Invalid argument',
    'OSError [Errno 22] Invalid argument',
    "[5, b'ello', 5]",
    '[True, False, True]',
    '[]',
    "OSError [Errno 61] No data available: 'main.py'",
    "FileNotFoundError [Errno 2] No such file or directory: 'nowhere'",
  ]);
});

it('has the devices and the lists of users and hosts that every Linux has', async () => {
  const printed = await printedBy(`
    import os, pwd, stat
    ${ATTEMPT}
    attempt(
        lambda: open("/dev/zero", "rb").read(3),
        lambda: open("/dev/full", "rb").read(2),
        lambda: open("/dev/full", "wb", 0).write(b"x"),
        lambda: stat.S_ISCHR(os.stat("/dev/zero").st_mode),
        lambda: [line.split(":")[0] for line in open("/etc/passwd")] == [user.pw_name for user in pwd.getpwall()],
        lambda: open("/etc/hosts").readline().split(),
        lambda: open("/etc/hostname").read().strip() == os.uname().nodename,
        lambda: open("/etc/hosts", "w"),
        lambda: os.mknod("file"),
        lambda: os.mknod("pipe", stat.S_IFIFO | 0o600),
        lambda: [oct(os.stat(name).st_mode) for name in ("file", "pipe")],
        lambda: os.mknod("file"),
    )
    before = os.listdir("/proc/self/fd")
    held = os.pipe(), open("main.py")
    print(before[:3], len(os.listdir(f"/proc/{os.getpid()}/fd")) - len(before))
  `);
  expect(printed.split('\n')).toEqual([
    "b'\\x00\\x00\\x00'",
    "b'\\x00\\x00'",
    'OSError [Errno 28] No space left on device',
    'True',
    'True',
    "['127.0.0.1', 'localhost']",
    'True',
    "PermissionError [Errno 13] Permission denied: '/etc/hosts'",
    'None',
    'None',
    "['0o100600', '0o10600']",
    'FileExistsError [Errno 17] File exists',
    "['0', '1', '2'] 3",
  ]);
});

it('tells the limits that there are, and takes none that nobody would hold to', async () => {
  const printed = await printedBy(`
    import resource, time
    ${ATTEMPT}
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    attempt(
        lambda: soft <= hard,
        lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard)),
        lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard + 1)),
        lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (10, 5)),
        lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 20, 1 << 20)),
        lambda: resource.getrlimit(99),
        lambda: resource.getrusage(99),
        lambda: resource.getrusage(resource.RUSAGE_SELF).ru_utime == time.process_time(),
    )
  `);
  expect(printed.split('\n')).toEqual([
    'True',
    'None',
    'ValueError not allowed to raise maximum limit',
    'ValueError current limit exceeds maximum limit',
    'OSError [Errno 38] Function not implemented: Loopscope cannot limit what a process uses',
    'ValueError invalid resource specified',
    'ValueError invalid who parameter',
    'True',
  ]);
});

it('numbers what the machine refuses as Linux does', async () => {
  const printed = await printedBy(`
    import errno, fcntl, mmap, os, stat, time
    ${ATTEMPT}
    folder = os.open(".", os.O_RDONLY)
    file = os.open("main.py", os.O_RDONLY)
    attempt(
        lambda: mmap.mmap(folder, 1),
        lambda: os.sysconf(9999),
        lambda: os.posix_fallocate(file, 0, 1),
        lambda: os.posix_fadvise(file, 0, 0, 99),
        lambda: fcntl.flock(file, 99),
        lambda: os.chroot("nowhere"),
        lambda: time.clock_settime(time.CLOCK_MONOTONIC, 1),
        lambda: type(time.mktime((10**9,) * 9)),
        lambda: (os.mkfifo("pipe", dir_fd=folder), stat.S_ISFIFO(os.stat("pipe").st_mode))[1],
        lambda: [errno.errorcode[number] for number in (11, 35, 95)],
    )
  `);
  expect(printed.split('\n')).toEqual([
    'PermissionError [Errno 13] Permission denied',
    'OSError [Errno 22] Invalid argument',
    'OSError [Errno 9] Bad file descriptor',
    'OSError [Errno 22] Invalid argument',
    'None',
    "FileNotFoundError [Errno 2] No such file or directory: 'nowhere'",
    'OSError [Errno 22] Invalid argument',
    "<class 'float'>",
    'True',
    "['EAGAIN', 'EDEADLOCK', 'ENOTSUP']",
  ]);
});
