import asyncio


async def ask(shop, seconds):
    await asyncio.sleep(seconds)
    return f"{shop}: 3.50"


async def ask_in_time(shop, seconds):
    try:
        return await asyncio.wait_for(ask(shop, seconds), timeout=2)
    except TimeoutError:
        return f"{shop}: too slow"


async def main():
    answers = await asyncio.gather(
        ask_in_time("bakery", 1),
        ask_in_time("market", 9),
        ask_in_time("grocer", 1.5),
    )
    for answer in answers:
        print(answer)


asyncio.run(main())
