import asyncio


async def ask_price(item):
    await asyncio.sleep(1)
    return 4.20


def cheapest(items):
    return ask_price(min(items))


def label(price):
    return f"{price:.2f} euros"


async def main():
    print(label(await cheapest(["rum", "tea"])))


asyncio.run(main())
