import asyncio

prices = {}


async def fetch(article, seconds):
    await asyncio.sleep(seconds)
    prices[article] = 5


async def main():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fetch("jam", 3))
                await asyncio.sleep(1)
                print("jam:", prices["jam"])
        except KeyError:
            print("inside: no price yet")
    except* LookupError as errors:
        print("outside:", errors.exceptions)


asyncio.run(main())
