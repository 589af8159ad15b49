import asyncio


async def sorter(letters):
    while True:
        print("sorting", await letters.get())


async def main():
    letters = asyncio.Queue()
    async with asyncio.TaskGroup() as office:
        office.create_task(sorter(letters), name="sorter")
        for street in ("Elm Street", "Oak Lane"):
            await letters.put(street)


asyncio.run(main())
