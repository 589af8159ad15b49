import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    for station, seconds in [("Cork", 1), ("Oslo", 1), ("Rome", 1)]:
        await ask(station, seconds)
    print("the map is complete")


asyncio.run(main())
