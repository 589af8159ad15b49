import asyncio


async def hold(lock):
    async with lock:
        await asyncio.sleep(2)


async def main():
    lock = asyncio.Lock()
    holder = asyncio.create_task(hold(lock))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        print("still locked")
    await holder


asyncio.run(main())
