import asyncio


async def clean(tram, hours):
    try:
        await asyncio.sleep(hours)
        print(f"{tram}: clean")
    finally:
        await asyncio.sleep(1)
        print(f"{tram}: buckets away")


async def main():
    one = asyncio.create_task(clean("one", 1), name="one")
    two = asyncio.create_task(clean("two", 6), name="two")
    await asyncio.sleep(3)
    print("main: good night")


asyncio.run(main())
