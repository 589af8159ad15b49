import asyncio


async def receive(reader, writer):
    try:
        while True:
            telegram = await reader.readuntil(b" STOP ")
            print("telegram:", telegram.decode().strip())
    except asyncio.IncompleteReadError as error:
        print("cut off:", error.partial.decode())
        writer.close()


async def main():
    async with await asyncio.start_server(receive, "127.0.0.1", 8645):
        _, writer = await asyncio.open_connection("127.0.0.1", 8645)
        for piece in (b"arrive Mon", b"day STOP bring ", b"milk"):
            writer.write(piece)
            await asyncio.sleep(1)
        writer.close()
        await asyncio.sleep(1)


asyncio.run(main())
