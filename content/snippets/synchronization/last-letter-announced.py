import asyncio


async def sorter(letters):
    try:
        while True:
            print("sorting", await letters.get())
    except asyncio.QueueShutDown:
        print("all sorted")


async def main():
    letters = asyncio.Queue()
    async with asyncio.TaskGroup() as office:
        office.create_task(sorter(letters), name="sorter")
        for street in ("Elm Street", "Oak Lane"):
            await letters.put(street)
        letters.shutdown()


asyncio.run(main())
