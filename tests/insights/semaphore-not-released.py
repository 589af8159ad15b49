import asyncio

slots = asyncio.Semaphore(2)


async def fetch(n):
    await slots.acquire()
    await asyncio.sleep(0.1)
    if n < 2:
        return None
    slots.release()
    return n


async def main():
    print(await asyncio.gather(*(fetch(n) for n in range(4))))


asyncio.run(main())
