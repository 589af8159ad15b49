import asyncio


async def handle(reader, writer):
    writer.write((await reader.read()).upper())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9003)
    reader, writer = await asyncio.open_connection("127.0.0.1", 9003)
    writer.write(b"hello")
    print(await reader.read())


asyncio.run(main())
