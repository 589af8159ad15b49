import asyncio
async def reader(q):
    while True:
        try:
            item = await asyncio.wait_for(q.get(), 0.5)
        except (asyncio.TimeoutError, asyncio.CancelledError):
            continue
        print(item)
async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(reader(q), name="reader")
    await q.put("x")
    await asyncio.sleep(0.7)
    t.cancel()
    await t
    print("closed")
asyncio.run(main())
