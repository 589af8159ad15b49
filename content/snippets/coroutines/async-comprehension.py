import asyncio


async def offers():
    for price in (3.20, 2.80, 3.90):
        await asyncio.sleep(1)
        yield price


async def ask(shop):
    await asyncio.sleep(1)
    return f"{shop} is open"


async def main():
    cheap = [price async for price in offers() if price < 3.50]
    print(cheap)
    answers = [await ask(shop) for shop in ("bakery", "butcher")]
    print(answers)


asyncio.run(main())
