import asyncio


async def bring(basket, minutes):
    await asyncio.sleep(minutes)
    return basket


async def main():
    baskets = [bring("pears", 4), bring("plums", 1), bring("figs", 2)]
    for next_one in asyncio.as_completed(baskets):
        basket = await next_one
        await asyncio.sleep(2)
        print(f"{basket} are weighed")


asyncio.run(main())
