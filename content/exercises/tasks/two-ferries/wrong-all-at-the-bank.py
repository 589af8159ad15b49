import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def main():
    places = asyncio.Semaphore(2)

    async def cross(car, minutes):
        async with places:
            await ferry(car, minutes)

    cars = [("red", 3), ("blue", 1), ("green", 1), ("black", 2)]
    await asyncio.gather(*(cross(*car) for car in cars))
    print("everybody is across")


asyncio.run(main())
