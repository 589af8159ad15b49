/**
 * Pipes by name, Unix sockets in the file system, and `/dev/stdin` with its kin.
 *
 * What these programs print, native CPython prints on Linux.
 */
import { expect, it } from 'vitest';
import { explain } from '../../src/cli/explain.ts';
import { dedent } from '../dedent.ts';
import { runPython, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it('opens a named pipe once its other side is opened, by a thread', async () => {
  const program = `
    import os, pathlib, stat, threading, time

    os.mkfifo("news", 0o600)
    path = pathlib.Path("news")
    print(path.is_fifo(), path.is_file(), stat.filemode(path.stat().st_mode), path.stat().st_size)

    def write():
        time.sleep(1)
        with open("news", "w") as file:
            print("a reader is there")
            file.write("one\\n")
            file.flush()
            time.sleep(1)
            file.write("two\\n")

    thread = threading.Thread(target=write)
    thread.start()
    with path.open() as file:
        print("a writer is there", file.name)
        for line in file:
            print(repr(line))
    thread.join()
    os.remove("news")
    print(path.exists())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] True False prw------- 0
    [   1.000] a reader is there
    [   1.000] a writer is there news
    [   1.000] 'one\\n'
    [   2.000] 'two\\n'
    [   2.000] False
    [   2.000]= exit 0`),
  );
});

it('carries what a process writes into a named pipe to connect_read_pipe, and back', async () => {
  const program = `
    import asyncio, os, sys

    async def main():
        loop = asyncio.get_running_loop()
        os.mkfifo("up")
        os.mkfifo("down")
        with open("child.py", "w") as file:
            file.write("import time\\n")
            file.write("with open('up', 'wb', 0) as up:\\n")
            file.write("    for number in range(3):\\n")
            file.write("        up.write(b'line %d' % number)\\n")
            file.write("        time.sleep(0.1)\\n")
            file.write("print('child got', open('down').read())\\n")
        reader = asyncio.StreamReader()
        file = os.fdopen(os.open("up", os.O_RDONLY | os.O_NONBLOCK), "rb", 0)
        protocol = asyncio.StreamReaderProtocol(reader)
        await loop.connect_read_pipe(lambda: protocol, file)
        child = await asyncio.create_subprocess_exec(sys.executable, "child.py")
        while data := await reader.read(100):
            print(data)
        fd = await asyncio.to_thread(os.open, "down", os.O_WRONLY)
        transport, _ = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(fd, "wb", 0))
        transport.write(b"an answer")
        transport.close()
        print(await child.wait())

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] b'line 0'
    [   0.100] b'line 1'
    [   0.200] b'line 2'
    [   0.300] child got an answer
    [   0.300] 0
    [   0.300]= exit 0`),
  );
});

it('opens without blocking, reads, writes, polls and ends as fifo(7) says', async () => {
  const program = `
    import os, select

    def attempt(call, *args):
        try:
            return call(*args)
        except OSError as error:
            return f"{type(error).__name__} {error}"

    os.mkfifo("p")
    print(attempt(os.mkfifo, "p"), "|", attempt(os.mkfifo, "no/p"), "|", attempt(open, "p", "x"))
    print(attempt(os.open, "p", os.O_WRONLY | os.O_NONBLOCK))
    r = os.open("p", os.O_RDONLY | os.O_NONBLOCK)
    print(os.read(r, 5), select.select([r], [], [], 0)[0])
    w = os.open("p", os.O_WRONLY)
    print(attempt(os.read, r, 5), "|", attempt(os.read, w, 5), "|", attempt(os.write, r, b"x"))
    print(os.write(w, b"hello"), select.select([r], [w], [], 0) == ([r], [w], []), os.read(r, 3))
    other = os.open("p", os.O_WRONLY)
    os.close(w)
    print(attempt(os.read, r, 9), attempt(os.read, r, 9))
    os.close(other)
    poll = select.poll()
    poll.register(r)
    print(os.read(r, 9), [hex(events) for _, events in poll.poll(0)])
    w = os.open("p", os.O_WRONLY | os.O_NONBLOCK)
    print([hex(events) for _, events in poll.poll(0)], os.get_blocking(r), os.get_blocking(w))
    count = 0
    try:
        while True:
            count += os.write(w, bytes(4096))
    except BlockingIOError:
        print(count)
    os.close(r)
    print(attempt(os.write, w, b"x"))
    os.close(w)
    both = os.open("p", os.O_RDWR)
    print(os.write(both, b"to myself"), os.read(both, 20))
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] FileExistsError [Errno 17] File exists | FileNotFoundError [Errno 2] No such file or directory | FileExistsError [Errno 17] File exists: 'p'
    [   0.000] OSError [Errno 6] No such device or address: 'p'
    [   0.000] b'' []
    [   0.000] BlockingIOError [Errno 11] Resource temporarily unavailable | OSError [Errno 9] Bad file descriptor | OSError [Errno 9] Bad file descriptor
    [   0.000] 5 True b'hel'
    [   0.000] b'lo' BlockingIOError [Errno 11] Resource temporarily unavailable
    [   0.000] b'' ['0x10']
    [   0.000] [] False False
    [   0.000] 65536
    [   0.000] BrokenPipeError [Errno 32] Broken pipe
    [   0.000] 9 b'to myself'
    [   0.000]= exit 0`),
  );
});

it('knows a named pipe by its node: through a link, after a new name, in a shell', async () => {
  const program = `
    import asyncio, os, subprocess, threading

    os.mkfifo("p")
    os.symlink("p", "link")
    threading.Thread(target=lambda: open("link", "w").write("through a link")).start()
    print(open("p").read())
    os.rename("p", "q")

    async def main():
        shell = await asyncio.create_subprocess_shell("cat < q", stdout=subprocess.PIPE)
        await asyncio.to_thread(lambda: open("q", "w").write("to cat"))
        print(await shell.communicate())
        shell = await asyncio.create_subprocess_shell("echo from echo > q; echo and on")
        print(await asyncio.to_thread(lambda: open("q").read().strip()))
        await shell.wait()

    asyncio.run(main())
    os.remove("q")
    try:
        open("q")
    except FileNotFoundError as error:
        print(error)
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] through a link
    [   0.000] (b'to cat', None)
    [   0.000] and on
    [   0.000] from echo
    [   0.000] [Errno 2] No such file or directory: 'q'
    [   0.000]= exit 0`),
  );
});

it.each(['read', 'write'])(
  'tells who stands still at a named pipe that nobody opens to %s',
  async (wanted) => {
    const trace = await runPython(`
      import os
      os.mkfifo("never")
      open("never", "${wanted === 'read' ? 'w' : 'r'}")
    `);
    expect(trace.outcome).toEqual({ kind: 'deadlocked' });
    expect(explain(trace).join('\n')).toContain(
      `the main program waits in \`open\` on line 3 for somebody to open \`never\` to ${wanted}`,
    );
  },
);

it('closes the side of a process that is killed while it waits for the other', async () => {
  const program = `
    import asyncio, os

    async def main():
        os.mkfifo("p")
        reader = await asyncio.create_subprocess_shell("cat < p")
        await asyncio.sleep(1)
        os.close(os.open("p", os.O_WRONLY | os.O_NONBLOCK))
        await reader.wait()
        reader = await asyncio.create_subprocess_exec("python", "-c", "open('p')")
        await asyncio.sleep(1)
        reader.kill()
        print(await reader.wait())
        try:
            os.open("p", os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            print(error)

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   2.000] -9
    [   2.000] [Errno 6] No such device or address: 'p'
    [   2.000]= exit 0`),
  );
});

it('lists a folder with pipes and sockets in it as what they are', async () => {
  const program = `
    import os, socket

    def listed():
        with os.scandir() as entries:
            print([(entry.name, entry.is_file(), entry.is_dir()) for entry in entries])

    os.mkdir("folder")
    listed()
    os.mkfifo("pipe")
    socket.socket(socket.AF_UNIX).bind("socket")
    os.symlink("main.py", "link")
    listed()
    print([names for _, *names in os.walk(".")])
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] [('main.py', True, False), ('folder', False, True)]
    [   0.000] [('main.py', True, False), ('folder', False, True), ('pipe', False, False), ('socket', False, False), ('link', True, False)]
    [   0.000] [[['folder'], ['main.py', 'pipe', 'socket', 'link']], [[], []]]
    [   0.000]= exit 0`),
  );
});

it('puts Unix sockets into the file system as sockets, which asyncio removes when they are stale', async () => {
  const program = `
    import asyncio, os, pathlib, socket, stat

    def attempt(call, *args):
        try:
            return call(*args)
        except OSError as error:
            return f"{type(error).__name__} {error}"

    s = socket.socket(socket.AF_UNIX)
    s.bind("s")
    path = pathlib.Path("s")
    print(path.is_socket(), path.is_file(), stat.filemode(path.stat().st_mode))
    print(attempt(open, "s"), "|", attempt(os.open, "s", os.O_RDONLY))
    s.close()
    print(attempt(socket.socket(socket.AF_UNIX).bind, "s"))
    print(attempt(socket.socket(socket.AF_UNIX).connect, "s"))

    async def main():
        loop = asyncio.get_running_loop()
        datagrams = lambda path: loop.create_datagram_endpoint(
            asyncio.DatagramProtocol, local_addr=path, family=socket.AF_UNIX
        )
        left_behind = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        left_behind.bind("d")
        left_behind.close()
        server = await asyncio.start_unix_server(print, "s")
        transport, _ = await datagrams("d")
        server.close()
        transport.close()
        await asyncio.sleep(0)
        open("plain", "w").close()
        for start in (asyncio.start_unix_server(print, "plain"), datagrams("plain")):
            try:
                await start
            except OSError as error:
                print(error)

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] True False srwxr-xr-x
    [   0.000] OSError [Errno 6] No such device or address: 's' | OSError [Errno 6] No such device or address: 's'
    [   0.000] OSError [Errno 98] Address already in use
    [   0.000] ConnectionRefusedError [Errno 111] Connection refused
    [   0.000] [Errno 98] Address 'plain' is already in use
    [   0.000] [Errno 98] Address already in use
    [   0.000]= exit 0`),
  );
});

it('opens the own descriptors of a process by name', async () => {
  const program = `
    import os, subprocess, sys

    def python(code, **options):
        return subprocess.run([sys.executable, "-c", code], capture_output=True, **options).stdout

    print(python("print(open('/dev/stdin').read(), open('/dev/fd/0').read() == '')", input=b"abc"))
    print(python("print('out', file=open('/dev/stdout', 'w'))"))
    print(subprocess.run("cat /dev/stdin; echo err > /dev/stderr", shell=True, input=b"xyz", capture_output=True).stderr)
    r, w = os.pipe()
    os.write(w, b"piped")
    os.close(w)
    print(open(f"/dev/fd/{r}").read())
    fd = os.open("plain", os.O_RDWR | os.O_CREAT)
    os.write(fd, b"from its beginning")
    print(open(f"/proc/self/fd/{fd}").read())
    for path in ("/dev/fd/77", "/dev/fd/7777"):
        try:
            open(path)
        except FileNotFoundError as error:
            print(error)
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] b'abc True\\n'
    [   0.000] b'out\\n'
    [   0.000] b'err\\n'
    [   0.000] piped
    [   0.000] from its beginning
    [   0.000] [Errno 2] No such file or directory: '/dev/fd/77'
    [   0.000] [Errno 2] No such file or directory: '/dev/fd/7777'
    [   0.000]= exit 0`),
  );
});
