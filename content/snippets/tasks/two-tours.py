import asyncio

minutes = {"museum": 2, "castle": 5, "garden": 1}


async def limit_for_each():
    for stop in minutes:
        try:
            async with asyncio.timeout(3):
                await asyncio.sleep(minutes[stop])
            print(f"{stop}: seen")
        except TimeoutError:
            print(f"{stop}: cut short")


async def limit_for_all():
    try:
        async with asyncio.timeout(4):
            for stop in minutes:
                await asyncio.sleep(minutes[stop])
    except TimeoutError:
        print("back to the coach")


async def main():
    await asyncio.gather(limit_for_each(), limit_for_all())


asyncio.run(main())
