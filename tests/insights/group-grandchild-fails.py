import asyncio


async def parse():
    await asyncio.sleep(0.2)
    raise OSError("disk")


async def crawl(group):
    group.create_task(parse())
    await asyncio.sleep(5)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(crawl(group))
            await asyncio.sleep(9)
    except* OSError:
        print("stopped")


asyncio.run(main())
