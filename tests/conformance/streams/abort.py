# abort closes at once, on either side; both sides are told.
import asyncio


async def handle(reader, writer):
    await reader.readline()
    writer.transport.abort()


class Watcher(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()

    def connection_lost(self, error):
        self.lost.set_result(error)


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"line\n")
    print("after an abort:", await reader.read())
    writer.close()
    await writer.wait_closed()

    loop = asyncio.get_running_loop()
    port = server.sockets[0].getsockname()[1]
    transport, watcher = await loop.create_connection(Watcher, "127.0.0.1", port)
    transport.abort()
    print("lost:", await watcher.lost)
    transport, watcher = await loop.create_connection(Watcher, "127.0.0.1", port)
    transport.write(b"more\n")
    print("lost:", await watcher.lost, transport.is_closing())
    server.close()


asyncio.run(main())
