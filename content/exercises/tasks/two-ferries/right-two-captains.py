import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def captain(cars):
    for car in cars:
        await ferry(*car)


async def main():
    cars = iter([("red", 3), ("blue", 1), ("green", 1), ("black", 2)])
    await asyncio.gather(captain(cars), captain(cars))
    print("everybody is across")


asyncio.run(main())
