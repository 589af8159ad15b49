import asyncio
import http.client
import http.server
import ssl
import threading
import urllib.error
import urllib.request


def serving(certificate="localhost.pem"):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


def asking():
    return ssl.create_default_context(cafile="localhost.pem")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = f"{self.path} {self.request.version()}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def over_https():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = serving().wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *args: None
    port = server.server_address[1]
    threading.Thread(target=server.serve_forever).start()
    connection = http.client.HTTPSConnection("localhost", port, context=asking())
    for path in ("/one", "/two"):
        connection.request("GET", path)
        print(connection.getresponse().read())
    connection.close()
    address = f"https://localhost:{port}/three"
    with urllib.request.urlopen(address, context=asking()) as response:
        print(response.read())
    try:
        urllib.request.urlopen(address)
    except urllib.error.URLError as error:
        print(error)
    print(ssl.get_server_certificate(("localhost", port)) in open("localhost.pem").read())
    server.shutdown()
    server.server_close()


async def attempt(awaitable):
    try:
        return await awaitable
    except Exception as error:
        print(type(error).__name__, error)


async def serve(handle, **options):
    server = await asyncio.start_server(handle, "127.0.0.1", 0, **options)
    return server, server.sockets[0].getsockname()[1]


async def upgraded():
    async def handle(reader, writer):
        writer.write(b"ready\n")
        await reader.readline()
        writer.write(b"go ahead\n")
        await writer.start_tls(serving())
        writer.write((await reader.readline()).upper())
        writer.close()

    server, port = await serve(handle)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        print(await reader.readline())
        writer.write(b"STARTTLS\n")
        print(await reader.readline())
        await writer.start_tls(asking(), server_hostname="localhost")
        writer.write(b"secret\n")
        print(await reader.readline(), await reader.read())
        print(writer.get_extra_info("cipher"), writer.get_extra_info("peercert")["subject"])
        writer.close()
        await writer.wait_closed()


async def failing():
    async def silent(reader, writer):
        await reader.read()
        writer.close()

    async def in_plain_text(reader, writer):
        await reader.read(10)
        writer.write(b"HTTP/1.0 400 Bad Request\r\n\r\n")
        writer.close()

    for handle, options in ((silent, {"ssl_handshake_timeout": 0.2}), (in_plain_text, {})):
        server, port = await serve(handle)
        async with server:
            await attempt(
                asyncio.open_connection("127.0.0.1", port, ssl=asking(), server_hostname="localhost", **options)
            )
    server, port = await serve(in_plain_text, ssl=serving())
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        print(await reader.read())
        writer.close()
        await attempt(asyncio.open_connection("127.0.0.1", port, ssl=True))


async def known_by_certificates():
    async def greet(reader, writer):
        writer.write(str(writer.get_extra_info("peercert")["subject"]).encode())
        writer.close()

    careful = serving()
    careful.verify_mode = ssl.CERT_REQUIRED
    careful.load_verify_locations("ca.pem")
    server, port = await serve(greet, ssl=careful)
    async with server:
        context = asking()
        context.load_cert_chain("client.pem")
        reader, writer = await asyncio.open_connection("localhost", port, ssl=context)
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


async def at_length():
    async def echo(reader, writer):
        writer.write(await reader.readexactly(1_000_000))
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server, port = await serve(echo, ssl=serving())
    async with server:
        reader, writer = await asyncio.open_connection("localhost", port, ssl=asking())
        writer.write(b"x" * 1_000_000)
        await writer.drain()
        print(len(await reader.read()), writer.can_write_eof())
        writer.close()
        await writer.wait_closed()


async def main():
    for part in (upgraded, failing, known_by_certificates, at_length):
        print(part.__name__)
        await part()


over_https()
asyncio.run(main())
