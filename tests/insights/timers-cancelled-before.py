import asyncio

async def main():
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    fut = loop.create_future()
    h = loop.call_later(1, ready.set)
    g = loop.call_later(2, lambda: fut.set_result(1))
    await asyncio.sleep(.5)
    h.cancel()
    g.cancel()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ready.wait())
        tg.create_task(wait_for(fut))

async def wait_for(f): 
    return await f

asyncio.run(main())
