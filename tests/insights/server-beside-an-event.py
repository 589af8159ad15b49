import asyncio


async def handle(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8080)
    stop = asyncio.Event()
    async with server:
        await stop.wait()


asyncio.run(main())
