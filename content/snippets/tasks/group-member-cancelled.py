import asyncio


async def build(part, seconds):
    try:
        await asyncio.sleep(seconds)
        print(part, "built")
    except asyncio.CancelledError:
        print(part, "called off")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(build("engine", 2))
        roof = group.create_task(build("roof rack", 3))
        await asyncio.sleep(1)
        roof.cancel()
    print("the block ends, and nothing is raised")


asyncio.run(main())
