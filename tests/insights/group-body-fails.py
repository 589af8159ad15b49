import asyncio


async def poll(name):
    await asyncio.sleep(5)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(poll("a"))
            group.create_task(poll("b"))
            await asyncio.sleep(0.5)
            raise RuntimeError("no config")
    except* RuntimeError:
        print("stopped")


asyncio.run(main())
