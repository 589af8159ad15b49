import asyncio


async def listen(reader, writer):
    while report := await reader.readline():
        print("heard", report)
    writer.close()


async def main():
    async with await asyncio.start_server(listen, "127.0.0.1", 8644):
        _, writer = await asyncio.open_connection("127.0.0.1", 8644)
        writer.write(b"wind 3\nra")
        await asyncio.sleep(1)
        writer.write(b"in 7\n")
        await asyncio.sleep(1)
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
