# close, is_closing, wait_closed, reading after close; a client that goes away.
import asyncio


async def handle(reader, writer):
    print("server read", await reader.read(100))
    print("server read", await reader.read(100))
    writer.write(b"into the void")
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError:
        pass
    print("server closed", writer.is_closing())
    closed.set()


async def main():
    global closed
    closed = asyncio.Event()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"goodbye")
    await writer.drain()
    await asyncio.sleep(0.1)
    print("closing", writer.is_closing())
    writer.close()
    print("closing", writer.is_closing())
    await writer.wait_closed()
    print("client closed", await reader.read())
    await closed.wait()
    server.close()
    await server.wait_closed()
    print("server gone")


asyncio.run(main())
