import asyncio


async def cook(counter):
    for plate in range(1, 6):
        await counter.put(plate)
        print(f"plate {plate} is on the counter")


async def waiter(counter):
    for _ in range(5):
        await asyncio.sleep(1)
        await counter.get()


async def main():
    counter = asyncio.Queue(maxsize=2)
    await asyncio.gather(cook(counter), waiter(counter))


asyncio.run(main())
