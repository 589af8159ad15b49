import asyncio

page = {}


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    page[station] = 20 - seconds


async def main():
    stations = [("coast", 1), ("city", 1.5), ("summit", 4)]
    tasks = [asyncio.create_task(ask(*each)) for each in stations]
    await asyncio.wait(tasks, timeout=2)
    print("shown:", page)
    await asyncio.wait(tasks)
    print("stored:", page)


asyncio.run(main())
