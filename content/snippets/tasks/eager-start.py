import asyncio


async def price(item):
    if item == "tea":
        return 3  # it is in the cache
    await asyncio.sleep(1)
    return 4


async def main():
    tea = asyncio.create_task(price("tea"), eager_start=True)
    jam = asyncio.create_task(price("jam"), eager_start=True)
    print("tea done:", tea.done(), "- jam done:", jam.done())
    print(await tea, await jam)


asyncio.run(main())
