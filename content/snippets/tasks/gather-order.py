import asyncio


async def ask_price(shop, seconds, price):
    await asyncio.sleep(seconds)
    print(f"{shop} has answered")
    return shop, price


async def main():
    prices = await asyncio.gather(
        ask_price("market", 3, 40),
        ask_price("bakery", 1, 45),
        ask_price("dairy", 2, 38),
    )
    for shop, price in prices:
        print(f"{shop}: {price}")


asyncio.run(main())
