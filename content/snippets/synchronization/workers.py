import asyncio


async def worker(name, jobs):
    while True:
        size = await jobs.get()
        await asyncio.sleep(size)
        print(f"{name} did the job of {size} s")
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for size in (3, 1, 1, 2):
        jobs.put_nowait(size)
    workers = [
        asyncio.create_task(worker(name, jobs), name=name)
        for name in ("left", "right")
    ]
    await jobs.join()
    print("all jobs are done")
    for task in workers:
        task.cancel()


asyncio.run(main())
