import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def main():
    await ferry("blue", 1)
    await ferry("green", 1)
    for car in ("red", "black"):
        await asyncio.sleep(1)
        print(f"{car} is across")
    print("everybody is across")


asyncio.run(main())
