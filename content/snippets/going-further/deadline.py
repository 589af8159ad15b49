import asyncio


async def ask(shop, seconds):
    await asyncio.sleep(seconds)
    return f"{shop}: 3.50"


async def first_answer(shops):
    for shop, seconds in shops:
        try:
            async with asyncio.timeout(2):
                return await ask(shop, seconds)
        except TimeoutError:
            print(f"{shop} is too slow")


async def main():
    shops = [("bakery", 9), ("market", 9), ("grocer", 9)]
    try:
        async with asyncio.timeout(5):
            print(await first_answer(shops))
    except TimeoutError:
        print("no price within 5 seconds")


asyncio.run(main())
