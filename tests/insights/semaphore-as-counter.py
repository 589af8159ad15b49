import asyncio


async def consumer(items):
    for _ in range(3):
        await items.acquire()
        print("took one")


async def producer(items):
    for _ in range(2):
        await asyncio.sleep(0.1)
        items.release()


async def main():
    items = asyncio.Semaphore(0)
    await asyncio.gather(consumer(items), producer(items))


asyncio.run(main())
