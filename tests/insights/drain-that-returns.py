import asyncio


async def handle(reader, writer):
    await asyncio.sleep(0.5)
    print(len(await reader.read()))
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9001)
    _, writer = await asyncio.open_connection("127.0.0.1", 9001)
    for _ in range(20):
        writer.write(bytes(100_000))
        await writer.drain()
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
