import asyncio


async def worker(name, jobs):
    while (size := await jobs.get()) is not None:
        await asyncio.sleep(size)
        print(f"{name} did the job of {size} s")
    print(f"{name} goes home")


async def main():
    jobs = asyncio.Queue()
    async with asyncio.TaskGroup() as team:
        for name in ("left", "right"):
            team.create_task(worker(name, jobs), name=name)
        for size in (3, 1, 1, 3):
            await jobs.put(size)
        for _ in range(2):
            await jobs.put(None)


asyncio.run(main())
