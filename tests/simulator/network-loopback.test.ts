/** What lies under the sockets: names, ports, latency, what is refused, and where silence ends. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { eventLines } from './event-lines.ts';
import { printedBy, runPython, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it("refuses where nobody listens, in Linux's words and numbers", async () => {
  const program = `
    import asyncio, errno, os, socket

    async def main():
        for port in (1, 4000):
            try:
                await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError as error:
                print(error, error.errno == errno.ECONNREFUSED == 111)
        server = await asyncio.start_server(print, "127.0.0.1", 8888)
        try:
            await asyncio.start_server(print, "127.0.0.1", 8888)
        except OSError as error:
            print(error)
        server.close()
        await server.wait_closed()
        await asyncio.start_server(print, "127.0.0.1", 8888)
        print("free again")

    asyncio.run(main())
    try:
        socket.create_connection(("127.0.0.1", 1), timeout=2)
    except OSError as error:
        print(repr(error))
    probe = socket.socket()
    code = probe.connect_ex(("127.0.0.1", 1))
    print(code, os.strerror(code), errno.errorcode[code])
    probe.close()
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] [Errno 111] Connect call failed ('127.0.0.1', 1) True
    [   0.000] [Errno 111] Connect call failed ('127.0.0.1', 4000) True
    [   0.000] [Errno 98] error while attempting to bind on address ('127.0.0.1', 8888): [errno 98] address already in use
    [   0.000] free again
    [   0.000] ConnectionRefusedError(111, 'Connection refused')
    [   0.000] 111 Connection refused ECONNREFUSED
    [   0.000]= exit 0`),
  );
});

it('counts IPv6 among its addresses', async () => {
  const program = `
    import asyncio, socket

    async def serve(reader, writer):
        print(writer.get_extra_info("sockname"))
        writer.close()

    async def main():
        async with await asyncio.start_server(serve, "::1", 8000):
            try:
                await asyncio.open_connection("127.0.0.1", 8000)
            except ConnectionRefusedError:
                print("not on IPv4")
            reader, writer = await asyncio.open_connection("::1", 8000)
            print(await reader.read())
            writer.close()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] not on IPv4
    [   0.000] ('::1', 8000, 0, 0)
    [   0.000] b''
    [   0.000]= exit 0`),
  );
});

it('serves five hundred connections at once', async () => {
  const program = `
    import asyncio

    async def serve(reader, writer):
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()

    async def ask(number):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        await asyncio.sleep(1)
        writer.write(f"{number}\\n".encode())
        answer = int(await reader.readline())
        writer.close()
        return answer

    async def main():
        async with await asyncio.start_server(serve, "127.0.0.1", 8000, backlog=1000):
            answers = await asyncio.gather(*map(ask, range(500)))
            print(answers == list(range(500)))

    asyncio.run(main())
  `;
  expect(await printedBy(program)).toBe(
    same(`
    True`),
  );
});

it('ends in a deadlock where every socket is silent, and tells who waits', async () => {
  const silent = await runPython(`
    import asyncio

    async def serve(reader, writer):
        await reader.readline()

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", 8000)
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        await reader.readexactly(10)

    asyncio.run(main())
  `);
  expect(silent.outcome.kind).toBe('deadlocked');
  const waits = eventLines(silent, ['step-ended']);
  expect(waits).toContain('task=1 [location=0:9 call=StreamReader.readexactly');
  expect(waits).toContain('task=4 [location=0:4 call=StreamReader.readline');
});

it('takes a lone serve_forever, and an accept that nobody answers, for programs that serve', async () => {
  const server = await runPython(`
    import asyncio

    async def main():
        async with await asyncio.start_server(print, "127.0.0.1", 8000) as server:
            await server.serve_forever()

    asyncio.run(main())
  `);
  expect(server.outcome.kind).toBe('serving');
  const accept = await runPython(`
    import socket

    socket.create_server(("127.0.0.1", 8000)).accept()
  `);
  expect(accept.outcome.kind).toBe('serving');
});

it('lets bytes, connecting and ending take the latency that a program sets', async () => {
  const program = `
    import asyncio, loopscope

    loopscope.latency(0.05)

    async def serve(reader, writer):
        loop = asyncio.get_running_loop()
        print(f"accepted at {loop.time():.3f}")
        while line := await reader.readline():
            print(f"{line} at {loop.time():.3f}")
            writer.write(line)
        print(f"end at {loop.time():.3f}")
        writer.close()

    async def main():
        loop = asyncio.get_running_loop()
        async with await asyncio.start_server(serve, "127.0.0.1", 8000):
            reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
            print(f"connected at {loop.time():.3f}")
            writer.write(b"one\\n")
            await asyncio.sleep(0.01)
            writer.write(b"two\\n")
            print(await reader.readline(), f"back at {loop.time():.3f}")
            print(await reader.readline(), f"back at {loop.time():.3f}")
            loopscope.latency(1, writer)
            writer.write(b"slow\\n")
            await asyncio.sleep(0.1)
            loopscope.latency(0, writer)
            writer.write(b"cannot overtake\\n")
            writer.write_eof()
            print(await reader.read(), f"back at {loop.time():.3f}")
            writer.close()
        try:
            await asyncio.open_connection("127.0.0.1", 8000)
        except ConnectionRefusedError:
            print(f"refused at {loop.time():.3f}")
        try:
            async with asyncio.timeout(0.02):
                await asyncio.open_connection("127.0.0.1", 8000)
        except TimeoutError:
            print(f"given up at {loop.time():.3f}")

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.100] connected at 0.100
    [   0.150] accepted at 0.150
    [   0.150] b'one\\n' at 0.150
    [   0.160] b'two\\n' at 0.160
    [   0.200] b'one\\n' back at 0.200
    [   0.210] b'two\\n' back at 0.210
    [   1.210] b'slow\\n' at 1.210
    [   1.210] b'cannot overtake\\n' at 1.210
    [   1.210] end at 1.210
    [   1.210] b'slow\\ncannot overtake\\n' back at 1.210
    [   1.310] refused at 1.310
    [   1.330] given up at 1.330
    [   1.330]= exit 0`),
  );
});

it('delays datagrams too, and what a full pipe lets through', async () => {
  const program = `
    import asyncio, loopscope, socket

    async def main():
        loop = asyncio.get_running_loop()
        loopscope.latency(0.25)
        one, two = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        for sock in (one, two):
            sock.bind(("127.0.0.1", 0))
            sock.setblocking(False)
        await loop.sock_sendto(one, b"datagram", two.getsockname())
        print(await loop.sock_recv(two, 100), loop.time())
        one.close()
        two.close()

        listener = socket.create_server(("127.0.0.1", 0))
        client = socket.create_connection(listener.getsockname())
        client.setblocking(False)
        print("connected at", loop.time())
        await asyncio.sleep(0.25)
        server, _ = listener.accept()
        sent = client.send(bytes(10_000_000))
        print(sent, "bytes fit")
        await asyncio.sleep(0.25)
        print(len(server.recv(10_000_000)), "bytes read at", loop.time())
        await loop.sock_sendall(client, b"more")
        print("room again at", loop.time())
        for sock in (client, server, listener):
            sock.close()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.250] b'datagram' 0.25
    [   0.750] connected at 0.75
    [   1.000] 2692096 bytes fit
    [   1.250] 2692096 bytes read at 1.25
    [   1.500] room again at 1.5
    [   1.500]= exit 0`),
  );
});

it('refuses what lies outside, by name', async () => {
  const program = `
    import asyncio, socket, urllib.error, urllib.request

    async def attempt(awaitable):
        try:
            await awaitable
        except Exception as error:
            print(repr(error))

    async def main():
        await attempt(asyncio.open_connection("example.invalid", 443))
        await attempt(asyncio.open_connection("93.184.215.14", 80))
        await attempt(asyncio.start_server(print, "192.168.0.1", 8000))

    def refused(call, *args):
        try:
            call(*args)
        except Exception as error:
            print(repr(error))

    asyncio.run(main())
    refused(socket.getaddrinfo, "python.invalid", 80)
    refused(urllib.request.urlopen, "http://python.invalid/")
    refused(socket.socket, socket.AF_INET, socket.SOCK_RAW)
    refused(socket.create_server, ("127.0.0.1", 80))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        refused(sock.sendto, b"x", ("255.255.255.255", 9))
        refused(sock.sendto, b"x", ("10.0.0.1", 9))
        group = socket.inet_aton("224.1.1.1") + socket.inet_aton("0.0.0.0")
        refused(sock.setsockopt, socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
  `;
  expect(await printedBy(program)).toBe(
    same(`
    gaierror(-2, 'Name or service not known')
    OSError(101, 'Network is unreachable: of other machines only those can be reached that have a name')
    OSError("could not bind on any address out of [('192.168.0.1', 8000)]")
    gaierror(-2, 'Name or service not known')
    URLError(gaierror(-2, 'Name or service not known'))
    PermissionError(1, 'Operation not permitted')
    PermissionError(13, "Permission denied (while attempting to bind on address ('127.0.0.1', 80))")
    PermissionError(13, 'Permission denied')
    OSError(101, 'Network is unreachable: of other machines only those can be reached that have a name')
    OSError(19, 'No such device: there is no multicast here')`),
  );
});

it('resolves the names of this machine without a network, in a thread as natively', async () => {
  const program = `
    import asyncio, socket, threading

    async def main():
        loop = asyncio.get_running_loop()
        for host in ("localhost", "127.0.0.1", "::1", None):
            found = await loop.getaddrinfo(host, 80, type=socket.SOCK_STREAM)
            print(host, [(family.name, address) for family, _, _, _, address in found])
        print(await loop.getnameinfo(("127.0.0.1", 80)), threading.active_count())

    asyncio.run(main())
    print(socket.gethostname(), socket.gethostbyname(socket.gethostname()), socket.getfqdn())
    print(socket.gethostbyname_ex("localhost"), socket.getservbyname("https"))
    print(socket.inet_ntop(socket.AF_INET6, socket.inet_pton(socket.AF_INET6, "::1")))
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] localhost [('AF_INET', ('127.0.0.1', 80))]
    [   0.000] 127.0.0.1 [('AF_INET', ('127.0.0.1', 80))]
    [   0.000] ::1 [('AF_INET6', ('::1', 80, 0, 0))]
    [   0.000] None [('AF_INET6', ('::1', 80, 0, 0)), ('AF_INET', ('127.0.0.1', 80))]
    [   0.000] ('localhost', 'http') 2
    [   0.000] localhost 127.0.0.1 localhost
    [   0.000] ('localhost', [], ['127.0.0.1']) 443
    [   0.000] ::1
    [   0.000]= exit 0`),
  );
});

it('counts ephemeral ports and descriptors upwards, the same in every run', async () => {
  const program = `
    import socket

    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
    print([listener.getsockname()[1] for listener in listeners])
    client = socket.create_connection(listeners[0].getsockname())
    print(client.getsockname(), client.fileno())
    listeners[1].close()
    again = socket.create_server(("", 0))
    print(again.getsockname(), again.fileno() == client.fileno() - 2)
    for sock in (client, again, listeners[0], listeners[2]):
        sock.close()
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] [49152, 49153, 49154]
    [   0.000] ('127.0.0.1', 49155) 1003
    [   0.000] ('0.0.0.0', 49156) True
    [   0.000]= exit 0`),
  );
});

it('has no socket of the system to give', async () => {
  const program = `
    import socket

    for kind in object.__subclasses__():
        if kind.__name__ == "socket" and kind is not socket.SocketType:
            try:
                kind()
            except OSError as error:
                print(error.strerror)
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] Network unreachable
    [   0.000]= exit 0`),
  );
});

it('makes the same recording of the same program every time', async () => {
  const program = `
    import asyncio

    async def serve(reader, writer):
        async for line in reader:
            writer.write(line)
        writer.close()

    async def ask(number):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        await asyncio.sleep(number % 3)
        writer.write(b"hello\\n")
        print(number, await reader.readline(), writer.get_extra_info("sockname"))
        writer.close()

    async def main():
        async with await asyncio.start_server(serve, "127.0.0.1", 8000):
            await asyncio.gather(*map(ask, range(10)))

    asyncio.run(main())
  `;
  expect(await runPython(program)).toEqual(await runPython(program));
});
