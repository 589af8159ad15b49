import asyncio


async def price(shop, seconds, pence):
    await asyncio.sleep(seconds)
    return pence


async def main():
    shops = {"bakery": (3, 120), "kiosk": (1, 150), "market": (2, 95)}
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(price(shop, *offer), name=shop)
            for shop, offer in shops.items()
        ]
        async for task in asyncio.as_completed(tasks):
            print(task.get_name(), await task)


asyncio.run(main())
