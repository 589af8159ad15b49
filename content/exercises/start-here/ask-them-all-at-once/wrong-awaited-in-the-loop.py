import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    async with asyncio.TaskGroup() as group:
        for station, seconds in [("Oslo", 2), ("Rome", 3), ("Cork", 1)]:
            await group.create_task(ask(station, seconds), name=station)
    print("the map is complete")


asyncio.run(main())
