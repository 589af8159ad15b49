import asyncio
active = peak = 0

async def job(semaphore, n):
    global active, peak
    async with semaphore:
        active += 1
        peak = max(peak, active)
        await asyncio.sleep(0.01 * (n % 4 + 1))
        active -= 1

async def main():
    semaphore = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as group:
        for n in range(12):
            group.create_task(job(semaphore, n))
    assert peak == 3, peak
    print(peak)

asyncio.run(main())
