import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    async with asyncio.TaskGroup() as group:
        for station, seconds in [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]:
            group.create_task(ask(station, seconds), name=station)
    print("all stations asked")


asyncio.run(main())
