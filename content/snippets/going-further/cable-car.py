import asyncio

GAP = 1
next_cabin = 0


async def ride(name, arrival):
    global next_cabin
    await asyncio.sleep(arrival)
    now = asyncio.get_running_loop().time()
    departure = max(now, next_cabin)
    next_cabin = departure + GAP
    await asyncio.sleep(departure - now)
    await asyncio.sleep(2)
    print(f"{name} is at the top")


async def main():
    async with asyncio.TaskGroup() as group:
        for name, arrival in (
            ("Ann", 0), ("Ben", 0.2), ("Cleo", 5), ("Dan", 5.5)
        ):
            group.create_task(ride(name, arrival), name=name)


asyncio.run(main())
