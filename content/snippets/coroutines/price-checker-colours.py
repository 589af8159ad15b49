import asyncio


def cheapest(prices):
    shop = min(prices, key=prices.get)
    return f"{shop}, {prices[shop]} euros"


async def ask_price(shop, seconds, euros):
    await asyncio.sleep(seconds)
    return shop, euros


async def main():
    bakery = await ask_price("bakery", 2, 5)
    kiosk = await ask_price("kiosk", 1, 6)
    print("cheapest:", cheapest(dict([bakery, kiosk])))


print("test:", cheapest({"inn": 9, "stall": 7}))
asyncio.run(main())
