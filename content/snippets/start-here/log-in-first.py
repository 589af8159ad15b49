import asyncio


async def check(shop, login, price):
    await asyncio.sleep(login)
    await asyncio.sleep(price)
    print(f"{shop}: price found")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(check("bakery", 1, 1.5), name="bakery")
        group.create_task(check("grocer", 2, 2), name="grocer")
        group.create_task(check("market", 0.5, 0.5), name="market")
    print("all shops checked")


asyncio.run(main())
