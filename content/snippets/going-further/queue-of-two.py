import asyncio


async def receive(queue):
    for number in range(1, 13):
        await asyncio.sleep(0.25)
        await queue.put(f"order {number}")
        if number % 4 == 0:
            print(f"{number} received, {queue.qsize()} in the queue")
    queue.shutdown()


async def pack(queue):
    packed = 0
    try:
        while True:
            await queue.get()
            await asyncio.sleep(0.9)
            packed += 1
    except asyncio.QueueShutDown:
        print(f"{packed} packed")


async def main():
    queue = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(receive(queue))
        group.create_task(pack(queue))


asyncio.run(main())
