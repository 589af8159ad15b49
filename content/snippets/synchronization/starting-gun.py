import asyncio

start = asyncio.Event()


async def runner(name, seconds):
    await start.wait()
    print(f"{name} runs")
    await asyncio.sleep(seconds)
    print(f"{name} is in the finish")


async def main():
    async with asyncio.TaskGroup() as race:
        race.create_task(runner("Ann", 3), name="Ann")
        race.create_task(runner("Ben", 4), name="Ben")
        await asyncio.sleep(2)
        print("bang")
        start.set()


asyncio.run(main())
