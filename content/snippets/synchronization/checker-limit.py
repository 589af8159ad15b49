import asyncio

SHOPS = {
    "bakery": (4, 5), "market": (1, 4), "kiosk": (2, 6),
    "inn": (3, 9), "mill": (1, 3),
}
lines = asyncio.Semaphore(2)


async def ask_price(shop):
    seconds, euros = SHOPS[shop]
    async with lines:
        await asyncio.sleep(seconds)
    print(f"{shop}: {euros} euros")


async def main():
    async with asyncio.TaskGroup() as group:
        for shop in SHOPS:
            group.create_task(ask_price(shop), name=shop)


asyncio.run(main())
