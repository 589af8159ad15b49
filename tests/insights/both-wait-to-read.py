import asyncio


async def handle(reader, writer):
    name = await reader.readline()
    writer.write(b"hello " + name)


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9004)
    reader, writer = await asyncio.open_connection("127.0.0.1", 9004)
    print(await reader.readline())


asyncio.run(main())
