import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def main():
    for car, minutes in [("red", 3), ("blue", 1), ("green", 1), ("black", 2)]:
        await ferry(car, minutes)
    print("everybody is across")


asyncio.run(main())
