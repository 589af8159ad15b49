import asyncio

prices = {"bakery": 3, "butcher": None, "grocer": 2}


async def is_open(shop):
    await asyncio.sleep(1)
    return prices[shop] is not None


async def price(shop):
    await asyncio.sleep(2)
    return prices[shop]


async def main():
    shops = [shop for shop in prices if await is_open(shop)]
    print("open:", shops)
    found = [await price(shop) for shop in shops]
    print("cheapest:", min(found))


asyncio.run(main())
