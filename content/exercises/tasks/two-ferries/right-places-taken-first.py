import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def main():
    places = asyncio.Semaphore(2)
    cars = [("red", 3), ("blue", 1), ("green", 1), ("black", 2)]
    async with asyncio.TaskGroup() as group:
        for car, minutes in cars:
            await places.acquire()
            task = group.create_task(ferry(car, minutes))
            task.add_done_callback(lambda _: places.release())
    print("everybody is across")


asyncio.run(main())
