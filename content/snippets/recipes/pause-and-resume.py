import asyncio


async def upload(chunks, going):
    for chunk in chunks:
        await going.wait()
        await asyncio.sleep(1)
        print("sent", chunk)


async def main():
    going = asyncio.Event()
    going.set()
    async with asyncio.TaskGroup() as group:
        group.create_task(upload(["a", "b", "c"], going))
        await asyncio.sleep(1.5)
        going.clear()
        print("pause")
        await asyncio.sleep(3)
        going.set()
        print("resume")


asyncio.run(main())
