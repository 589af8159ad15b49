import asyncio


async def ask(shop, seconds):
    try:
        async with asyncio.timeout(3):
            await asyncio.sleep(seconds)
    except TimeoutError:
        print(f"{shop} is too slow")


async def shop_for(limit):
    try:
        async with asyncio.timeout(limit):
            await ask("baker", 2)
            await ask("grocer", 5)
            await ask("kiosk", 1)
    except TimeoutError:
        print(f"out of time after {limit} seconds")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(shop_for(4), name="Ann")
        group.create_task(shop_for(9), name="Ben")


asyncio.run(main())
