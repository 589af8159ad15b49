import asyncio


async def ask_price(shop, seconds, euros):
    await asyncio.sleep(seconds)
    print(f"{shop}: {euros} euros")
    return euros


async def main():
    prices = await asyncio.gather(
        ask_price("bakery", 3, 5),
        ask_price("market", 2, 4),
        ask_price("kiosk", 1, 6),
    )
    print("cheapest:", min(prices), "euros")


asyncio.run(main())
