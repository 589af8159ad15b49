import asyncio


async def baker(name, orders):
    try:
        while True:
            cake = await orders.get()
            await asyncio.sleep(1)
            print(f"{name} baked {cake}")
    except asyncio.CancelledError:
        print(f"{name} goes home")


async def main():
    orders = asyncio.Queue()
    async with asyncio.TaskGroup() as bakery:
        tasks = [
            bakery.create_task(baker(name, orders)) for name in ("Ann", "Ben")
        ]
        for cake in ("apple", "plum", "lemon", "poppy", "pear"):
            await asyncio.sleep(0.25)
            await orders.put(cake)
        for task in tasks:
            task.cancel()
    print("the bakery is closed")


asyncio.run(main())
