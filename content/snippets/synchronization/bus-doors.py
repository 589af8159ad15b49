import asyncio

doors = asyncio.Event()


async def passenger(name, arrives):
    await asyncio.sleep(arrives)
    await doors.wait()
    print(f"{name} gets in")


async def main():
    async with asyncio.TaskGroup() as street:
        street.create_task(passenger("Ann", 0), name="Ann")
        street.create_task(passenger("Ben", 3), name="Ben")
        street.create_task(passenger("Cleo", 6), name="Cleo")
        await asyncio.sleep(2)
        doors.set()
        doors.clear()
        await asyncio.sleep(3)
        doors.set()


asyncio.run(main())
