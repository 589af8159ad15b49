import asyncio

gong = asyncio.Event()


async def monk(name, arrives, walks):
    await asyncio.sleep(arrives)
    await gong.wait()
    await asyncio.sleep(walks)
    print(f"{name} sits down")


async def main():
    async with asyncio.TaskGroup() as hall:
        for each in (("Ann", 1, 3), ("Ben", 2, 4), ("Cleo", 5, 0.5)):
            hall.create_task(monk(*each), name=each[0])
        await asyncio.sleep(3)
        gong.set()
        print("the gong")


asyncio.run(main())
