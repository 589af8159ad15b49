import asyncio


async def upload(size):
    slots = asyncio.Semaphore(2)
    async with slots:
        await asyncio.sleep(size)
    print(f"{size} MB are up")


async def main():
    async with asyncio.TaskGroup() as group:
        for size in (1, 2, 3, 4):
            group.create_task(upload(size))


asyncio.run(main())
