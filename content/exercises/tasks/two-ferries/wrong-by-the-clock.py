import asyncio


async def ferry(car, minutes):
    await asyncio.sleep(minutes)
    print(f"{car} is across")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(ferry("red", 3), name="red")
        await group.create_task(ferry("blue", 1), name="blue")
        await group.create_task(ferry("green", 1), name="green")
        group.create_task(ferry("black", 2), name="black")
    print("everybody is across")


asyncio.run(main())
