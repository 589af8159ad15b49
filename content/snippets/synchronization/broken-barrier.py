import asyncio

hut = asyncio.Barrier(3)


async def hiker(name, hours):
    await asyncio.sleep(hours)
    try:
        await hut.wait()
        print(f"{name} walks on")
    except asyncio.BrokenBarrierError:
        print(f"{name} turns back")


async def main():
    async with asyncio.TaskGroup() as tour:
        tour.create_task(hiker("Ann", 1), name="Ann")
        tour.create_task(hiker("Ben", 2), name="Ben")
        await asyncio.sleep(5)
        print("Cleo is not coming")
        await hut.abort()


asyncio.run(main())
