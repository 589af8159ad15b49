import asyncio


async def holder(lock, ready):
    async with lock:
        await ready.wait()


async def setter(lock, ready):
    await asyncio.sleep(0.1)
    async with lock:
        ready.set()


async def main():
    lock, ready = asyncio.Lock(), asyncio.Event()
    await asyncio.gather(holder(lock, ready), setter(lock, ready))


asyncio.run(main())
