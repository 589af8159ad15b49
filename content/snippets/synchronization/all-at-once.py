import asyncio


async def download(name):
    print(f"{name} begins")
    await asyncio.sleep(1)
    print(f"{name} is done")


async def main():
    async with asyncio.TaskGroup() as group:
        for name in ("one", "two", "three", "four", "five"):
            group.create_task(download(name), name=name)


asyncio.run(main())
