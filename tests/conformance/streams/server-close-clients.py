# requires: 3.13
# Server.close_clients ends the connections that are still open, and wait_closed then returns.
import asyncio


async def handle(reader, writer):
    print("read", await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.05)
    server.close()
    try:
        await asyncio.wait_for(server.wait_closed(), 0.2)
    except TimeoutError:
        print("a client is still connected")
    server.close_clients()
    await server.wait_closed()
    print("client read", await reader.read())
    writer.close()


asyncio.run(main())
