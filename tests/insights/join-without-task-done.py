import asyncio


async def worker(jobs):
    while True:
        job = await jobs.get()
        if job == 2:
            continue
        await asyncio.sleep(0.1)
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for job in range(4):
        jobs.put_nowait(job)
    workers = [asyncio.create_task(worker(jobs)) for _ in range(2)]
    await jobs.join()
    for each in workers:
        each.cancel()


asyncio.run(main())
