import asyncio

started = []
arrived = []


async def run(name):
    started.append(name)
    await asyncio.sleep(1)
    arrived.append(name)


async def main():
    async with asyncio.TaskGroup() as race:
        for name in ("Ada", "Bo", "Cy"):
            race.create_task(run(name), name=name)
    print("started:", *started)
    print("arrived:", *arrived)


asyncio.run(main())
