import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def main():
    crossing = set()
    for car, minutes in [("red", 3), ("blue", 1), ("green", 1), ("black", 2)]:
        if len(crossing) == 2:
            crossing, _ = await asyncio.wait(
                crossing, return_when=asyncio.FIRST_COMPLETED
            )
        crossing.add(asyncio.create_task(ferry(car, minutes), name=car))
    await asyncio.wait(crossing)
    print("everybody is across")


asyncio.run(main())
