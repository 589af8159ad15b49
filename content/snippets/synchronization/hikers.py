import asyncio

hut = asyncio.Barrier(3)


async def hiker(name, hours):
    await asyncio.sleep(hours)
    print(f"{name} is at the hut")
    await hut.wait()
    print(f"{name} walks on")


async def main():
    async with asyncio.TaskGroup() as tour:
        for name, hours in (("Ann", 1), ("Ben", 3), ("Cleo", 2)):
            tour.create_task(hiker(name, hours), name=name)


asyncio.run(main())
