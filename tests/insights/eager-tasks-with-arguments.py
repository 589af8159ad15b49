import asyncio
async def fetch(url, n):
    await asyncio.sleep(n)
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    a = asyncio.create_task(fetch("a", 1))
    b = asyncio.create_task(fetch("b", 2))
    c = asyncio.create_task(fetch("c", 0))
    await asyncio.wait([a, b, c], timeout=.5)
    a.cancel()
    await asyncio.sleep(.1)
asyncio.run(main())
