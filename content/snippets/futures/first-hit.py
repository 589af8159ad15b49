import asyncio


async def search(first):
    await asyncio.sleep(1)
    first.set_result("page 12")
    await asyncio.sleep(4)
    return "all 40 pages"


async def work(name, source, seconds):
    print(name, "opens", await source)
    await asyncio.sleep(seconds)
    print(name, "is through")


async def main():
    first = asyncio.get_running_loop().create_future()
    everything = asyncio.create_task(search(first), name="search")
    async with asyncio.TaskGroup() as desk:
        desk.create_task(work("Rita", first, 2), name="Rita")
        desk.create_task(work("Tom", everything, 1), name="Tom")


asyncio.run(main())
