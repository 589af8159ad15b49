import asyncio


async def note():
    return "buy milk"


async def notes():
    yield "buy milk"


async def main():
    read = asyncio.create_task(note())
    await read
    asyncio.get_running_loop().call_soon(print, "the loop has a turn")
    await read
    print("awaited a task that is done")
    await note()
    print("awaited a coroutine")
    async for _ in notes():
        print("took an item of a generator")
    await asyncio.sleep(0)
    print("slept for no seconds")


asyncio.run(main())
