import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    tasks = []
    for station, seconds in (('Oslo', 2), ('Rome', 3), ('Cork', 1)):
        tasks.append(asyncio.create_task(ask(station, seconds)))
    for task in tasks:
        await task
    print("the map is complete")


asyncio.run(main())
