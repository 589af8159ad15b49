import asyncio


async def handle(reader, writer):
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8110)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8110)
    await asyncio.sleep(0.1)
    server.close()
    await server.wait_closed()


asyncio.run(main())
