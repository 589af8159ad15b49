import asyncio


async def baker(name, orders):
    for _ in range(3 if name == "Ann" else 2):
        cake = await orders.get()
        await asyncio.sleep(1)
        print(f"{name} baked {cake}")
    print(f"{name} goes home")


async def main():
    orders = asyncio.Queue()
    async with asyncio.TaskGroup() as bakery:
        for name in ("Ann", "Ben"):
            bakery.create_task(baker(name, orders), name=name)
        for cake in ("apple", "plum", "lemon", "poppy", "pear"):
            await asyncio.sleep(0.25)
            await orders.put(cake)
    print("the bakery is closed")


asyncio.run(main())
