import asyncio

refusals = ["busy", "busy"]


async def ask_price(shop):
    seconds = {"bakery": 0.5, "market": 0.75, "mill": 60}[shop]
    await asyncio.sleep(seconds)
    if shop == "market" and refusals:
        raise ConnectionError(refusals.pop())
    return {"bakery": 5, "market": 4}[shop]


async def ask_patiently(shop, pauses=(1, 2, None)):
    for attempt, pause in enumerate(pauses, 1):
        try:
            async with asyncio.timeout(2):
                return await ask_price(shop)
        except (ConnectionError, TimeoutError) as error:
            if pause is None:
                raise
            print(f"{shop}: {error!r}, attempt {attempt}")
        await asyncio.sleep(pause)


async def check(shop):
    try:
        async with asyncio.timeout(6):
            print(f"{shop}: {await ask_patiently(shop)} euros")
    except (ConnectionError, TimeoutError):
        print(f"{shop}: no price today")


async def main():
    async with asyncio.TaskGroup() as group:
        for shop in ("bakery", "market", "mill"):
            group.create_task(check(shop), name=shop)


asyncio.run(main())
