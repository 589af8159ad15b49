import asyncio
import time


def ask_mill():
    time.sleep(3)
    return 3


async def ask_price(shop):
    if shop == "mill":
        return await asyncio.to_thread(ask_mill)
    await asyncio.sleep({"bakery": 1, "kiosk": 0.5}[shop])
    return {"bakery": 5, "kiosk": 6}[shop]


async def check(shop):
    try:
        async with asyncio.timeout(2):
            print(f"{shop}: {await ask_price(shop)} euros")
    except TimeoutError:
        print(f"{shop}: no answer within 2 seconds")


async def main():
    async with asyncio.TaskGroup() as group:
        for shop in ("bakery", "kiosk", "mill"):
            group.create_task(check(shop), name=shop)


asyncio.run(main())
