import asyncio


async def scan(pages, queue):
    for page in pages:
        await asyncio.sleep(0.5)
        await queue.put(page)
        print("scanned", page)
    queue.shutdown()


async def read(queue):
    try:
        while True:
            page = await queue.get()
            await asyncio.sleep(2)
            print("    read", page)
    except asyncio.QueueShutDown:
        print("    no more pages")


async def main():
    queue = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(scan(["p1", "p2", "p3"], queue))
        group.create_task(read(queue))
    print("all pages read")


asyncio.run(main())
