import asyncio


async def feed(queue):
    for i in range(2):
        await asyncio.sleep(0.1)
        queue.put_nowait(i)
    raise EOFError("feed cut")


async def items(queue):
    while True:
        yield await queue.get()


async def main():
    queue = asyncio.Queue()
    feeding = asyncio.create_task(feed(queue))
    async for item in items(queue):
        print(item)
    await feeding


asyncio.run(main())
