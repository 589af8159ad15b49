import asyncio


async def handle(reader, writer):
    body = await reader.read()
    writer.write(b"got %d bytes" % len(body))
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 9000)
    writer.write(b"x" * 1000)
    await writer.drain()
    reply = await reader.read()
    print(reply)
    writer.close()
    server.close()


asyncio.run(main())
