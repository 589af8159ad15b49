import asyncio


async def courier(parcels):
    while not parcels.empty():
        minutes = await parcels.get()
        await asyncio.sleep(minutes)
    name = asyncio.current_task().get_name()
    print(f"{name} is back")


async def main():
    parcels = asyncio.Queue()
    for minutes in (4, 1, 2, 3):
        await parcels.put(minutes)
    async with asyncio.TaskGroup() as team:
        team.create_task(courier(parcels), name="bike")
        team.create_task(courier(parcels), name="van")


asyncio.run(main())
