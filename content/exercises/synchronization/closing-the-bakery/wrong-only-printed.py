import asyncio


async def baker(name, orders):
    await asyncio.sleep(1)


async def main():
    orders = asyncio.Queue()
    async with asyncio.TaskGroup() as bakery:
        for name in ("Ann", "Ben"):
            bakery.create_task(baker(name, orders), name=name)
        for cake in ("apple", "plum", "lemon", "poppy", "pear"):
            await asyncio.sleep(0.25)
            await orders.put(cake)
        orders.shutdown()
    await asyncio.sleep(1)
    for cake in ("apple", "plum", "lemon", "poppy", "pear"):
        print(f"Ann baked {cake}")
    print("Ann goes home")
    print("Ben goes home")
    print("the bakery is closed")


asyncio.run(main())
