import asyncio


async def load(panel, seconds):
    await asyncio.sleep(seconds)
    return f"{panel} after {seconds} s"


async def main():
    async with asyncio.TaskGroup() as group:
        sales = group.create_task(load("sales", 1))
        stock = group.create_task(load("stock", 3))
        print("both are on their way")
    print("dashboard:", sales.result(), "and", stock.result())


asyncio.run(main())
