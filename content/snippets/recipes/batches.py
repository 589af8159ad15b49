import asyncio


async def batches(queue, size, seconds):
    while True:
        try:
            batch = [await queue.get()]
        except asyncio.QueueShutDown:
            return
        try:
            async with asyncio.timeout(seconds):
                while len(batch) < size:
                    batch.append(await queue.get())
        except (TimeoutError, asyncio.QueueShutDown):
            pass
        yield batch


async def measure(queue):
    readings = [(17, 0.1), (18, 0.1), (18, 2), (19, 2), (21, 0.5)]
    for reading, pause in readings:
        await queue.put(reading)
        await asyncio.sleep(pause)
    queue.shutdown()


async def main():
    queue = asyncio.Queue(maxsize=100)
    async with asyncio.TaskGroup() as group:
        group.create_task(measure(queue))
        async for batch in batches(queue, size=3, seconds=1):
            print("stored", batch)


asyncio.run(main())
