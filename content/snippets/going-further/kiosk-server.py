import asyncio


async def serve(reader, writer):
    async for line in reader:
        await asyncio.sleep(1)
        writer.write(b"hot " + line)
        await writer.drain()
    writer.close()


async def order(*drinks):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8643)
    writer.writelines(f"{drink}\n".encode() for drink in drinks)
    for _ in drinks:
        print((await reader.readline()).decode().strip())
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8643):
        async with asyncio.TaskGroup() as group:
            group.create_task(order("tea", "cocoa", "milk"), name="Ann")
            group.create_task(order("coffee"), name="Ben")


asyncio.run(main())
