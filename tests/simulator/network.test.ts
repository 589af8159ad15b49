/**
 * asyncio on the virtual loopback: streams, protocols, datagrams, Unix sockets.
 *
 * What these programs print, native CPython prints on Linux.
 */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it('carries the echo of the documentation from client to server and back', async () => {
  const program = `
    import asyncio

    async def handle_echo(reader, writer):
        data = await reader.read(100)
        print(f"Received {data.decode()!r} from {writer.get_extra_info('peername')[0]}")
        writer.write(data)
        await writer.drain()
        print("Close the connection")
        writer.close()
        await writer.wait_closed()

    async def tcp_echo_client(message):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
        print(f"Send: {message!r}")
        writer.write(message.encode())
        await writer.drain()
        data = await reader.read(100)
        print(f"Received: {data.decode()!r}")
        print("Close the connection")
        writer.close()
        await writer.wait_closed()

    async def main():
        server = await asyncio.start_server(handle_echo, "127.0.0.1", 8888)
        print("Serving on", ", ".join(str(sock.getsockname()) for sock in server.sockets))
        async with server:
            await tcp_echo_client("Hello World!")

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] Serving on ('127.0.0.1', 8888)
    [   0.000] Send: 'Hello World!'
    [   0.000] Received 'Hello World!' from 127.0.0.1
    [   0.000] Close the connection
    [   0.000] Received: 'Hello World!'
    [   0.000] Close the connection
    [   0.000]= exit 0`),
  );
});

it('serves three clients at once, each for as long as it takes', async () => {
  const program = `
    import asyncio

    async def serve(reader, writer):
        seconds = float(await reader.readline())
        await asyncio.sleep(seconds)
        writer.write(f"slept {seconds}\\n".encode())
        writer.close()

    async def ask(seconds):
        reader, writer = await asyncio.open_connection("localhost", 9000)
        writer.write(f"{seconds}\\n".encode())
        print((await reader.readline()).decode().strip())
        writer.close()
        await writer.wait_closed()

    async def main():
        async with await asyncio.start_server(serve, "localhost", 9000):
            await asyncio.gather(ask(0.3), ask(0.1), ask(0.2))

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.100] slept 0.1
    [   0.200] slept 0.2
    [   0.300] slept 0.3
    [   0.300]= exit 0`),
  );
});

it('tells protocols of a connection, its data, its end of file and its loss', async () => {
  const program = `
    import asyncio

    class Echo(asyncio.Protocol):
        def __init__(self, name):
            self.name = name
            self.lost = asyncio.get_running_loop().create_future()

        def connection_made(self, transport):
            self.transport = transport
            print(self.name, "connected")

        def data_received(self, data):
            print(self.name, "received", data)
            if self.name == "server":
                self.transport.write(data.upper())
            else:
                self.transport.write_eof()

        def eof_received(self):
            print(self.name, "end of file")

        def connection_lost(self, error):
            print(self.name, "lost", error)
            self.lost.set_result(None)

    async def main():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Echo("server"), "127.0.0.1", 8888)
        transport, client = await loop.create_connection(lambda: Echo("client"), "127.0.0.1", 8888)
        transport.write(b"hello")
        await client.lost
        server.close()
        await server.wait_closed()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] server connected
    [   0.000] client connected
    [   0.000] server received b'hello'
    [   0.000] client received b'HELLO'
    [   0.000] server end of file
    [   0.000] server lost None
    [   0.000] client end of file
    [   0.000] client lost None
    [   0.000]= exit 0`),
  );
});

it('sends datagrams both ways, keeps their bounds, and loses those that nobody receives', async () => {
  const program = `
    import asyncio

    class Server(asyncio.DatagramProtocol):
        def connection_made(self, transport):
            self.transport = transport

        def datagram_received(self, data, address):
            print("server received", data)
            self.transport.sendto(data[::-1], address)

    class Client(asyncio.DatagramProtocol):
        def __init__(self, refused):
            self.refused = refused

        def datagram_received(self, data, address):
            print("client received", data, "from", address)

        def error_received(self, error):
            print("client", repr(error))
            self.refused.set_result(None)

    async def main():
        loop = asyncio.get_running_loop()
        refused = loop.create_future()
        server, _ = await loop.create_datagram_endpoint(Server, local_addr=("127.0.0.1", 9999))
        client, _ = await loop.create_datagram_endpoint(
            lambda: Client(refused), remote_addr=("127.0.0.1", 9999)
        )
        client.sendto(b"one")
        client.sendto(b"two")
        await asyncio.sleep(0.1)
        server.close()
        await asyncio.sleep(0.1)
        client.sendto(b"lost")
        await refused
        client.close()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] server received b'one'
    [   0.000] server received b'two'
    [   0.000] client received b'eno' from ('127.0.0.1', 9999)
    [   0.000] client received b'owt' from ('127.0.0.1', 9999)
    [   0.200] client ConnectionRefusedError(111, 'Connection refused')
    [   0.200]= exit 0`),
  );
});

it('watches a socket pair as the documentation does, with streams and with add_reader', async () => {
  const program = `
    import asyncio, socket

    async def wait_for_data():
        ours, theirs = socket.socketpair()
        reader, writer = await asyncio.open_connection(sock=ours)
        asyncio.get_running_loop().call_soon(theirs.send, "abc".encode())
        data = await reader.read(100)
        print("Received:", data.decode())
        writer.close()
        theirs.close()

    def watch_for_data():
        loop = asyncio.new_event_loop()
        ours, theirs = socket.socketpair()

        def reader():
            data = ours.recv(100)
            print("Received:", data.decode())
            loop.remove_reader(ours)
            loop.stop()

        loop.add_reader(ours, reader)
        loop.call_later(0.5, theirs.send, "def".encode())
        try:
            loop.run_forever()
        finally:
            ours.close()
            theirs.close()
            loop.close()

    asyncio.run(wait_for_data())
    watch_for_data()
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] Received: abc
    [   0.500] Received: def
    [   0.500]= exit 0`),
  );
});

it('holds a writer back in drain until the reader has made room', async () => {
  const program = `
    import asyncio

    async def serve(reader, writer):
        await asyncio.sleep(2)
        received = 0
        while data := await reader.read(65536):
            received += len(data)
        print("received", received)
        writer.close()

    async def main():
        loop = asyncio.get_running_loop()
        async with await asyncio.start_server(serve, "127.0.0.1", 8000):
            reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
            waits = []
            for _ in range(200):
                begin = loop.time()
                writer.write(bytes(100_000))
                await writer.drain()
                if loop.time() - begin > 1:
                    waits.append(round(loop.time() - begin))
            print("waited", waits)
            writer.write_eof()
            await reader.read()
            writer.close()

    asyncio.run(main())
  `;
  expect(await printedBy(program)).toBe(
    same(`
    waited [2]
    received 20000000`),
  );
});

it('lets one side end while the other goes on', async () => {
  const program = `
    import asyncio

    async def serve(reader, writer):
        request = await reader.read()
        for word in request.split():
            await asyncio.sleep(1)
            writer.write(word.upper() + b"\\n")
        writer.close()
        await writer.wait_closed()
        print("server done")

    async def main():
        async with await asyncio.start_server(serve, "127.0.0.1", 8000):
            reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
            writer.write(b"to be or")
            print(writer.can_write_eof(), writer.is_closing())
            writer.write_eof()
            async for line in reader:
                print(line)
            print(reader.at_eof())
            writer.close()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] True False
    [   1.000] b'TO\\n'
    [   2.000] b'BE\\n'
    [   3.000] server done
    [   3.000] b'OR\\n'
    [   3.000] True
    [   3.000]= exit 0`),
  );
});

it('lets a writer notice late that its peer has gone', async () => {
  const program = `
    import asyncio

    async def leave(reader, writer):
        await asyncio.sleep(0.1)
        writer.close()

    async def main():
        async with await asyncio.start_server(leave, "127.0.0.1", 8000):
            reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
            print(await reader.read(), reader.at_eof())
            try:
                for count in range(10):
                    writer.write(b"too late")
                    await writer.drain()
                    await asyncio.sleep(0.1)
            except ConnectionResetError as error:
                print(error, "after", count)
            writer.close()
            try:
                await writer.wait_closed()
            except BrokenPipeError as error:
                print(error)

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.100] b'' True
    [   0.200] Connection lost after 1
    [   0.200] [Errno 32] Broken pipe
    [   0.200]= exit 0`),
  );
});

it('times out: a blocking socket, a wait for data and a whole exchange', async () => {
  const program = `
    import asyncio, socket

    async def silent(reader, writer):
        await reader.read()
        writer.close()

    async def main():
        async with await asyncio.start_server(silent, "127.0.0.1", 8000):
            reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
            try:
                await asyncio.wait_for(reader.readline(), 1.5)
            except TimeoutError:
                print("no line")
            try:
                async with asyncio.timeout(0.5):
                    await reader.readexactly(10)
            except TimeoutError:
                print("no ten bytes")
            writer.close()

    left, right = socket.socketpair()
    left.settimeout(2)
    try:
        left.recv(10)
    except TimeoutError as error:
        print(repr(error), left.gettimeout())
    left.settimeout(0)
    try:
        left.recv(10)
    except BlockingIOError as error:
        print(error)
    left.settimeout(1)
    try:
        while True:
            left.sendall(bytes(100_000))
    except TimeoutError as error:
        print("sending", repr(error))
    left.close()
    right.close()
    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   2.000] TimeoutError('timed out') 2.0
    [   2.000] [Errno 11] Resource temporarily unavailable
    [   3.000] sending TimeoutError('timed out')
    [   4.500] no line
    [   5.000] no ten bytes
    [   5.000]= exit 0`),
  );
});

it('connects Unix sockets by path, and keeps the file as long as the server', async () => {
  const program = `
    import asyncio, os, socket

    async def serve(reader, writer):
        writer.write((await reader.readline()).upper())
        await writer.drain()
        writer.close()

    async def main():
        try:
            await asyncio.open_unix_connection("/tmp/nobody.sock")
        except OSError as error:
            print(repr(error))
        server = await asyncio.start_unix_server(serve, "/tmp/shout.sock")
        print(server.sockets[0].getsockname(), os.path.exists("/tmp/shout.sock"))
        reader, writer = await asyncio.open_unix_connection("/tmp/shout.sock")
        writer.write(b"hello\\n")
        print(await reader.read(), writer.get_extra_info("peername"))
        writer.close()
        server.close()
        await server.wait_closed()
        print(os.path.exists("/tmp/shout.sock"))

    asyncio.run(main())
    stale = socket.socket(socket.AF_UNIX)
    stale.bind("/tmp/shout.sock")
    stale.close()
    try:
        socket.socket(socket.AF_UNIX).connect("/tmp/shout.sock")
    except OSError as error:
        print(repr(error))
    try:
        socket.socket(socket.AF_UNIX).bind("/tmp/shout.sock")
    except OSError as error:
        print(repr(error))

    async def again():
        server = await asyncio.start_unix_server(serve, "/tmp/shout.sock")
        print("bound again")
        server.close()

    asyncio.run(again())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] FileNotFoundError(2, 'No such file or directory')
    [   0.000] /tmp/shout.sock True
    [   0.000] b'HELLO\\n' /tmp/shout.sock
    [   0.000] False
    [   0.000] ConnectionRefusedError(111, 'Connection refused')
    [   0.000] OSError(98, 'Address already in use')
    [   0.000] bound again
    [   0.000]= exit 0`),
  );
});

it('splits a stream into lines, exact amounts and up to separators, and says what is missing', async () => {
  const program = `
    import asyncio

    async def serve(reader, writer):
        for part in (b"fir", b"st\\nsecond\\n12345", b"678;rest;", b"x" * 20 + b"\\n", b"half"):
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(0.1)
        writer.close()

    async def main():
        async with await asyncio.start_server(serve, "127.0.0.1", 8000):
            reader, writer = await asyncio.open_connection("127.0.0.1", 8000, limit=16)
            print(await reader.readline())
            print(await reader.readline())
            print(await reader.readexactly(8), await reader.readuntil(b";"))
            print(await reader.readuntil(b";"))
            try:
                await reader.readline()
            except ValueError as error:
                print(type(error).__name__, error)
            try:
                await reader.readexactly(100)
            except asyncio.IncompleteReadError as error:
                print(error, error.partial)
            writer.close()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.100] b'first\\n'
    [   0.100] b'second\\n'
    [   0.200] b'12345678' b';'
    [   0.200] b'rest;'
    [   0.300] ValueError Separator is found, but chunk is longer than limit
    [   0.500] 4 bytes read on a total of 100 expected bytes b'half'
    [   0.500]= exit 0`),
  );
});

it('lets a server close, with its clients or without', async () => {
  const program = `
    import asyncio

    async def serve(reader, writer):
        try:
            await reader.read()
            print("client ended")
        finally:
            writer.close()

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", 8000)
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        await asyncio.sleep(1)
        server.close()
        print(server.is_serving())
        try:
            await asyncio.open_connection("127.0.0.1", 8000)
        except ConnectionRefusedError:
            print("refused")
        waiting = asyncio.create_task(server.wait_closed())
        done, _ = await asyncio.wait([waiting], timeout=1)
        print("closed" if done else "still open")
        writer.close()
        await waiting
        print("closed")

        server = await asyncio.start_server(serve, "127.0.0.1", 8000)
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        await asyncio.sleep(1)
        server.close()
        server.close_clients()
        print(await reader.read())
        await server.wait_closed()
        serving = asyncio.create_task((await asyncio.start_server(serve, "127.0.0.1", 8001)).serve_forever())
        await asyncio.sleep(1)
        serving.cancel()
        try:
            await serving
        except asyncio.CancelledError:
            print("serve_forever cancelled")

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   1.000] False
    [   1.000] refused
    [   2.000] still open
    [   2.000] client ended
    [   2.000] closed
    [   3.000] client ended
    [   3.000] b''
    [   4.000] serve_forever cancelled
    [   4.000]= exit 0`),
  );
});

it("reads the headers of a page, as the documentation's example does", async () => {
  const program = `
    import asyncio, urllib.parse

    async def serve(reader, writer):
        request = await reader.readuntil(b"\\r\\n\\r\\n")
        print(request.split(b"\\r\\n")[0].decode())
        writer.write(b"HTTP/1.0 200 OK\\r\\nServer: virtual\\r\\nContent-Type: text/plain\\r\\n\\r\\nbody")
        writer.close()

    async def print_http_headers(url):
        url = urllib.parse.urlsplit(url)
        reader, writer = await asyncio.open_connection(url.hostname, url.port)
        query = f"HEAD {url.path or '/'} HTTP/1.0\\r\\nHost: {url.hostname}\\r\\n\\r\\n"
        writer.write(query.encode("latin-1"))
        while line := (await reader.readline()).decode("latin1").rstrip():
            print(f"HTTP header> {line}")
        writer.close()
        await writer.wait_closed()

    async def main():
        async with await asyncio.start_server(serve, "localhost", 8080):
            await print_http_headers("http://localhost:8080/path/page.html")

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] HEAD /path/page.html HTTP/1.0
    [   0.000] HTTP header> HTTP/1.0 200 OK
    [   0.000] HTTP header> Server: virtual
    [   0.000] HTTP header> Content-Type: text/plain
    [   0.000]= exit 0`),
  );
});
