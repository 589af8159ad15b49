import asyncio


async def read_file(lines):
    for number in range(1, 6):
        await lines.put(number)
        print("read", number, "- waiting in the queue:", lines.qsize())
    lines.shutdown()


async def store(lines):
    try:
        while True:
            number = await lines.get()
            await asyncio.sleep(1)
            print("stored", number)
    except asyncio.QueueShutDown:
        print("all stored")


async def main():
    lines = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(read_file(lines))
        group.create_task(store(lines))


asyncio.run(main())
