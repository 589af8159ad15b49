import asyncio


class Deaf(asyncio.Protocol):
    def connection_made(self, transport):
        transport.pause_reading()


async def send(writer):
    for _ in range(100):
        writer.write(bytes(100_000))
        await writer.drain()


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Deaf, "127.0.0.1", 9000)
    _, writer = await asyncio.open_connection("127.0.0.1", 9000)
    await asyncio.create_task(send(writer), name="uploader")
    server.close()


asyncio.run(main())
