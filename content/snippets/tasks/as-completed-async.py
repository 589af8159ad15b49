import asyncio


async def ask_price(shop, seconds):
    await asyncio.sleep(seconds)
    if shop == "bakery":
        raise ConnectionError("closed")
    return seconds * 10


async def main():
    shops = {"market": 3, "bakery": 1, "dairy": 2}
    tasks = [
        asyncio.create_task(ask_price(shop, seconds), name=shop)
        for shop, seconds in shops.items()
    ]
    async for task in asyncio.as_completed(tasks):
        try:
            print(task.get_name(), await task)
        except ConnectionError as error:
            print(task.get_name(), error)


asyncio.run(main())
