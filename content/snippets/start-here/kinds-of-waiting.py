import asyncio

pumps = asyncio.Semaphore(2)


async def refuel(car):
    async with pumps:
        await asyncio.sleep(3)
    print(car, "drives on")


async def main():
    async with asyncio.TaskGroup() as group:
        for car in "red", "green", "blue":
            group.create_task(refuel(car))


asyncio.run(main())
