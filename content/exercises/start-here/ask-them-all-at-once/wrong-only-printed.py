import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    for station in ["Cork", "Oslo", "Rome"]:
        await asyncio.sleep(1)
        print(f"{station} answers")
    print("the map is complete")


asyncio.run(main())
