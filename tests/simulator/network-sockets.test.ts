/**
 * Sockets themselves: blocking, in threads, watched by selectors, under the rest of the library.
 *
 * What these programs print, native CPython prints on Linux.
 */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it('breaks sockets as Linux does: what has arrived first, then the error once, then the end', async () => {
  const program = `
    import socket, struct

    def attempt(label, call, *args):
        try:
            print(label, call(*args))
        except OSError as error:
            print(label, repr(error))

    def connected():
        with socket.create_server(("127.0.0.1", 0)) as listener:
            client = socket.create_connection(listener.getsockname())
            return client, listener.accept()[0]

    for linger in (False, True):
        client, server = connected()
        server.send(b"abc")
        if linger:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            client.send(b"never read")
        server.close()
        for _ in range(3):
            attempt("recv", client.recv, 10)
        attempt("send", client.send, b"x")
        client.close()

    client, server = connected()
    server.close()
    attempt("send", client.send, b"answered by a reset")
    attempt("send", client.send, b"x")
    attempt("recv", client.recv, 10)
    client.close()

    left, right = socket.socketpair()
    right.close()
    attempt("unix send", left.send, b"x")
    attempt("unix recv", left.recv, 10)
    left.close()
    attempt("closed", left.recv, 10)
    fresh = socket.socket()
    attempt("fresh recv", fresh.recv, 10)
    attempt("fresh send", fresh.send, b"x")
    attempt("fresh shutdown", fresh.shutdown, socket.SHUT_RDWR)
    attempt("fresh accept", fresh.accept)
    fresh.close()
  `;
  expect(await printedBy(program)).toBe(
    same(`
    recv b'abc'
    recv ConnectionResetError(104, 'Connection reset by peer')
    recv b''
    send BrokenPipeError(32, 'Broken pipe')
    recv b'abc'
    recv ConnectionResetError(104, 'Connection reset by peer')
    recv b''
    send BrokenPipeError(32, 'Broken pipe')
    send 19
    send BrokenPipeError(32, 'Broken pipe')
    recv b''
    unix send BrokenPipeError(32, 'Broken pipe')
    unix recv b''
    closed OSError(9, 'Bad file descriptor')
    fresh recv OSError(107, 'Transport endpoint is not connected')
    fresh send BrokenPipeError(32, 'Broken pipe')
    fresh shutdown OSError(107, 'Transport endpoint is not connected')
    fresh accept OSError(22, 'Invalid argument')`),
  );
});

it('blocks a thread in recv, accept and connect while the loop goes on', async () => {
  const program = `
    import asyncio, socket, threading, time

    def serve(listener):
        connection, _ = listener.accept()
        with connection:
            while data := connection.recv(100):
                time.sleep(0.5)
                connection.sendall(data * 2)
        listener.close()

    async def tick():
        for number in range(4):
            await asyncio.sleep(0.3)
            print("tick", number)

    async def main():
        listener = socket.create_server(("127.0.0.1", 7000))
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        ticking = asyncio.create_task(tick())
        reader, writer = await asyncio.open_connection("127.0.0.1", 7000)
        for word in (b"ping", b"pong"):
            writer.write(word)
            print(await reader.read(100))
        writer.close()
        await ticking
        thread.join()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.300] tick 0
    [   0.500] b'pingping'
    [   0.600] tick 1
    [   0.900] tick 2
    [   1.000] b'pongpong'
    [   1.200] tick 3
    [   1.200]= exit 0`),
  );
});

it('receives nothing at once where nothing is asked for, whatever has come', async () => {
  const printed = await printedBy(`
    import socket
    a, b = socket.socketpair()
    print(a.recv(0), a.recv_into(bytearray(0)), socket.socket().recv(0))
    b.send(b"12")
    print(a.recv(0), a.recv_into(bytearray(9), 0))
  `);
  expect(printed).toBe("b'' 0 b''\nb'' 2");
});

it('makes the loop late where a coroutine blocks in recv', async () => {
  const program = `
    import asyncio, socket, threading, time

    async def tick():
        await asyncio.sleep(0.1)
        print("tick")

    async def main():
        ours, theirs = socket.socketpair()
        threading.Timer(1, theirs.send, [b"late"]).start()
        task = asyncio.create_task(tick())
        await asyncio.sleep(0)
        print(ours.recv(10))
        await task
        ours.close()
        theirs.close()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   1.000] b'late'
    [   1.000] tick
    [   1.000]= exit 0`),
  );
});

it('offers every sock_ method of the loop', async () => {
  const program = `
    import asyncio, socket, tempfile

    async def serve(loop, listener):
        connection, address = await loop.sock_accept(listener)
        print("accepted from", address[0])
        buffer = bytearray(5)
        print(await loop.sock_recv_into(connection, buffer), bytes(buffer))
        await loop.sock_sendall(connection, b"y" * 5_000_000)
        connection.close()

    async def main():
        loop = asyncio.get_running_loop()
        listener = socket.create_server(("127.0.0.1", 0))
        listener.setblocking(False)
        task = asyncio.create_task(serve(loop, listener))
        client = socket.socket()
        client.setblocking(False)
        await loop.sock_connect(client, listener.getsockname())
        await loop.sock_sendall(client, b"hello")
        received = 0
        while data := await loop.sock_recv(client, 100_000):
            received += len(data)
        print("received", received)
        await task
        client.close()
        listener.close()

        one, two = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        for sock in (one, two):
            sock.setblocking(False)
            sock.bind(("127.0.0.1", 0))
        waiting = asyncio.create_task(loop.sock_recvfrom(two, 100))
        await asyncio.sleep(0.1)
        await loop.sock_sendto(one, b"datagram", two.getsockname())
        data, address = await waiting
        print(data, address == one.getsockname())
        await loop.sock_sendto(two, b"back", address)
        buffer = bytearray(10)
        print((await loop.sock_recvfrom_into(one, buffer))[0], bytes(buffer))
        one.close()
        two.close()

    async def send_file():
        loop = asyncio.get_running_loop()
        left, right = socket.socketpair()
        left.setblocking(False)
        right.setblocking(False)
        with tempfile.TemporaryFile() as file:
            file.write(b"0123456789")
            file.flush()
            print(await loop.sock_sendfile(left, file, 3, 5), file.tell())
        print(await loop.sock_recv(right, 100))
        left.close()
        right.close()

    asyncio.run(main())
    asyncio.run(send_file())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] accepted from 127.0.0.1
    [   0.000] 5 b'hello'
    [   0.000] received 5000000
    [   0.100] b'datagram' True
    [   0.100] 4 b'back\\x00\\x00\\x00\\x00\\x00\\x00'
    [   0.100] 5 8
    [   0.100] b'34567'
    [   0.100]= exit 0`),
  );
});

it('takes sockets that the program made, for servers and for connections', async () => {
  const program = `
    import asyncio, socket

    async def serve(reader, writer):
        writer.write(b"welcome\\n")
        await writer.drain()
        writer.close()

    async def main():
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        server = await asyncio.start_server(serve, sock=listener)
        address = listener.getsockname()
        client = socket.create_connection(address)
        reader, writer = await asyncio.open_connection(sock=client)
        print(await reader.readline())
        print(writer.get_extra_info("peername") == address)
        print(writer.get_extra_info("sockname") == client.getsockname())
        print(writer.get_extra_info("socket").type == socket.SOCK_STREAM)
        writer.close()
        server.close()
        await server.wait_closed()
        print(listener.fileno(), server.sockets, server.is_serving())

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] b'welcome\\n'
    [   0.000] True
    [   0.000] True
    [   0.000] True
    [   0.000] -1 () False
    [   0.000]= exit 0`),
  );
});

it('reports what is ready in the order in which it became ready', async () => {
  const program = `
    import selectors, socket, threading, time

    selector = selectors.DefaultSelector()
    pairs = [socket.socketpair() for _ in range(4)]
    for number, (ours, _) in enumerate(pairs):
        selector.register(ours, selectors.EVENT_READ, number)
    print(selector.select(timeout=0.5))
    for number in (2, 0, 3):
        pairs[number][1].send(b"x")
    print([key.data for key, _ in selector.select()])
    print([key.data for key, _ in selector.select()])
    pairs[2][0].recv(1)
    pairs[1][1].send(b"x")
    print([key.data for key, _ in selector.select()])
    selector.modify(pairs[1][0], selectors.EVENT_READ | selectors.EVENT_WRITE, "one")
    print([(key.data, mask) for key, mask in selector.select()])
    for ours, theirs in pairs:
        selector.unregister(ours)
        ours.close()
        theirs.close()
    print(selector.select(timeout=1))
    selector.close()
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.500] []
    [   0.500] [2, 0, 3]
    [   0.500] [2, 0, 3]
    [   0.500] [0, 3, 1]
    [   0.500] [(0, 1), (3, 1), ('one', 3)]
    [   1.500] []
    [   1.500]= exit 0`),
  );
});

it('waits with select and poll, also for another thread', async () => {
  const program = `
    import select, socket, threading

    left, right = socket.socketpair()
    print(select.select([left], [], [], 0.5))
    threading.Timer(1, right.send, [b"x"]).start()
    readable, writable, _ = select.select([left], [], [])
    print(readable == [left], writable)
    print(select.select([left], [left], [], 5)[1] == [left])
    left.recv(1)
    poller = select.poll()
    poller.register(left, select.POLLIN)
    print(poller.poll(250))
    right.close()
    print([event for _, event in poller.poll()])
    poller.unregister(left)
    left.close()
    try:
        select.select([left], [], [], 0)
    except ValueError as error:
        print(error)
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.500] ([], [], [])
    [   1.500] True []
    [   1.500] True
    [   1.750] []
    [   1.750] [17]
    [   1.750] file descriptor cannot be a negative integer (-1)
    [   1.750]= exit 0`),
  );
});

it('runs socketserver and http.server in threads, and urllib against them', async () => {
  const program = `
    import http.server, socket, socketserver, threading, time, urllib.request

    class Upper(socketserver.StreamRequestHandler):
        def handle(self):
            for line in self.rfile:
                time.sleep(0.25)
                self.wfile.write(line.upper())

    class Hello(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = f"you asked for {self.path}\\n".encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
        threading.Thread(target=server.serve_forever).start()
        with socket.create_connection(server.server_address) as client:
            with client.makefile("rw") as file:
                for word in ("one", "two"):
                    print(word, file=file, flush=True)
                    print(file.readline().strip())
        server.shutdown()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hello) as server:
        threading.Thread(target=server.serve_forever).start()
        url = f"http://127.0.0.1:{server.server_port}/index.html"
        with urllib.request.urlopen(url) as response:
            print(response.status, response.read())
        server.shutdown()
  `;
  expect(await printedBy(program)).toBe(
    same(`
    ONE
    TWO
    200 b'you asked for /index.html\\n'`),
  );
});

it('resends a knock on a full server after 1 s, as TCP does', async () => {
  const program = `
    import socket, threading, time

    listener = socket.create_server(("127.0.0.1", 0), backlog=0)
    address = listener.getsockname()
    first = socket.create_connection(address)
    threading.Timer(2.5, listener.accept).start()
    begin = time.monotonic()
    second = socket.create_connection(address)
    print(round(time.monotonic() - begin))
    first.close()
    second.close()
    listener.close()
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   3.000] 3
    [   3.000]= exit 0`),
  );
});

it('has the rest of the socket module: peeking, scattering, duplicates, plain files', async () => {
  const program = `
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname())
        server, address = listener.accept()
    print(address == client.getsockname(), server.getsockname() == client.getpeername())
    client.sendmsg([b"he", b"llo"])
    print(server.recv(3, socket.MSG_PEEK), server.recv(10))
    client.sendall(b"abcdef")
    first, second = bytearray(2), bytearray(10)
    print(server.recvmsg_into([first, second])[0], bytes(first), bytes(second[:4]))
    client.sendall(b"ghi")
    buffer = bytearray(8)
    print(server.recv_into(buffer, 2), bytes(buffer), server.recvfrom(10))
    copy = server.dup()
    server.close()
    client.send(b"still open")
    print(copy.recv(100))
    file = copy.makefile("rwb")
    copy.close()
    file.write(b"line\\n")
    file.flush()
    print(client.makefile().readline())
    file.close()
    print(client.recv(10))
    descriptor = client.detach()
    print(client.fileno(), client)
    socket.socket(fileno=descriptor).close()
    datagrams = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    datagrams[0].send(b"one message")
    datagrams[0].send(b"another")
    print(datagrams[1].recv(3), datagrams[1].recv(100))
    for sock in datagrams:
        sock.close()
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] True True
    [   0.000] b'hel' b'hello'
    [   0.000] 6 b'ab' b'cdef'
    [   0.000] 2 b'gh\\x00\\x00\\x00\\x00\\x00\\x00' (b'i', None)
    [   0.000] b'still open'
    [   0.000] line
    [   0.000]
    [   0.000] b''
    [   0.000] -1 <socket.socket [closed] fd=-1, family=2, type=1, proto=6>
    [   0.000] b'one' b'another'
    [   0.000]= exit 0`),
  );
});

it('carries whole messages on a connection of packets', async () => {
  const printed = await printedBy(`
    import select, socket

    def attempt(call):
        try:
            print(call())
        except OSError as error:
            print(error)

    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    for message in b"one", b"two, longer", b"", b"last":
        ours.send(message)
    print(theirs.recv(99), theirs.recv(3), theirs.recv(9), theirs.recv(2, socket.MSG_PEEK), theirs.recv(9))
    ours.send(b"")
    print(len(select.select([theirs], [], [], 0)[0]), theirs.recv(9))
    attempt(lambda: theirs.recv(9, socket.MSG_DONTWAIT))
    attempt(lambda: ours.send(bytes(10**7)))
    ours.close()
    print(theirs.recv(9))
    attempt(lambda: theirs.send(b"x"))

    server = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    server.bind("here")
    server.listen()
    attempt(lambda: socket.socket(socket.AF_UNIX).connect("here"))
    client = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    client.connect("here")
    client.send(b"hello")
    print(server.accept()[0].recv(99))
    attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_SEQPACKET))
  `);
  expect(printed.split('\n')).toEqual([
    "b'one' b'two' b'' b'la' b'last'",
    "1 b''",
    '[Errno 11] Resource temporarily unavailable',
    '[Errno 90] Message too long',
    "b''",
    '[Errno 32] Broken pipe',
    '[Errno 91] Protocol wrong type for socket',
    "b'hello'",
    '[Errno 94] Socket type not supported',
  ]);
});
