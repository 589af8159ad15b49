import asyncio


async def count(lock):
    async with lock:
        pass


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    await asyncio.gather(*(count(lock) for _ in range(6)))
    lock.release()


asyncio.run(main())
