import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def main():
    crossing = set()
    for car, minutes in [("red", 3), ("blue", 1), ("green", 1), ("black", 2)]:
        if len(crossing) == 2:
            await asyncio.wait(crossing)
            crossing = set()
        crossing.add(asyncio.create_task(ferry(car, minutes), name=car))
    await asyncio.wait(crossing)
    print("everybody is across")


asyncio.run(main())
