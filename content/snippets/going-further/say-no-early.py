import asyncio


def receive(queue, number):
    try:
        queue.put_nowait(number)
    except asyncio.QueueFull:
        print("order", number, "is turned away")


async def pack(queue):
    while True:
        try:
            number = await queue.get()
        except asyncio.QueueShutDown:
            return
        await asyncio.sleep(0.9)
        print("order", number, "packed")


async def main():
    queue = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(pack(queue))
        for number in range(1, 7):
            await asyncio.sleep(0.25)
            receive(queue, number)
        queue.shutdown()


asyncio.run(main())
