import asyncio


async def handle(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9006)
    reader, writer = await asyncio.open_connection("127.0.0.1", 9006)
    writer.write(b"hello\n")
    print(await reader.readline())
    writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
