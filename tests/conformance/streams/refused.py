# Nobody listens: the connection is refused; after close the server refuses too.
import asyncio
import errno
import socket


async def attempt(port):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        return f"refused {errno.errorcode[error.errno]}"
    writer.close()
    await writer.wait_closed()
    return "connected"


async def main():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        free = sock.getsockname()[1]
    print(await attempt(free))
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await attempt(port))
    server.close()
    print(await attempt(port), server.sockets)
    try:
        await asyncio.get_running_loop().create_connection(asyncio.Protocol, "127.0.0.1", free)
    except OSError as error:
        print(type(error).__name__)


asyncio.run(main())
