import asyncio
done = []

async def worker(queue):
    while True:
        job = await queue.get()
        try:
            await asyncio.sleep(0.01 * (job % 3))
            done.append(job)
        finally:
            queue.task_done()

async def main():
    queue = asyncio.Queue(maxsize=3)
    workers = [asyncio.create_task(worker(queue)) for _ in range(3)]
    for job in range(9):
        await queue.put(job)
    await queue.join()
    for each in workers:
        each.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    assert sorted(done) == list(range(9))
    print(len(done))

asyncio.run(main())
