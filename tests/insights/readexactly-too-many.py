import asyncio


async def handle(reader, writer):
    header = await reader.readexactly(4)
    body = await reader.readexactly(int.from_bytes(header))
    writer.write(body.upper())
    await writer.drain()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9002)
    reader, writer = await asyncio.open_connection("127.0.0.1", 9002)
    writer.write((10).to_bytes(4) + b"hello")
    print(await reader.read(100))


asyncio.run(main())
