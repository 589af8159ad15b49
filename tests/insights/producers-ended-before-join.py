import asyncio
async def producer(q, n):
    for i in range(n):
        await q.put(i)
async def worker(q):
    while True:
        item = await q.get()
        await asyncio.sleep(.1)
async def main():
    q = asyncio.Queue(2)
    ps = [asyncio.create_task(producer(q, 3)) for _ in range(2)]
    ws = [asyncio.create_task(worker(q)) for _ in range(2)]
    await asyncio.gather(*ps)
    await q.join()
asyncio.run(main())
