import asyncio


async def painter(walls):
    while True:
        size = await walls.get()
        await asyncio.sleep(size)
        print(f"a wall of {size} is painted")
        walls.task_done()


async def main():
    walls = asyncio.Queue()
    for size in (4, 2, 1, 4):
        walls.put_nowait(size)
    team = [
        asyncio.create_task(painter(walls), name=name)
        for name in ("Ann", "Ben", "Cleo")
    ]
    await walls.join()
    print("all walls are done")
    for each in team:
        each.cancel()


asyncio.run(main())
