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


async def store(queue):
    async for batch in batches(queue, size=3, seconds=1):
        print("stored", batch)


async def main():
    queue = asyncio.Queue(maxsize=100)
    storing = asyncio.create_task(store(queue))
    for reading in (17, 18, 18, 19):
        await queue.put(reading)
    await asyncio.sleep(0.5)
    storing.cancel()
    await asyncio.wait([storing])
    print("cancelled; left in the queue:", queue.qsize())


asyncio.run(main())
