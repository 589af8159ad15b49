import asyncio


async def fetch(name, pages, delay):
    for page in range(1, pages + 1):
        await asyncio.sleep(delay)  # a slow server
        print(f"{name}: page {page} of {pages}")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("A", 3, 1.0), name="A")
        group.create_task(fetch("B", 3, 1.5), name="B")
        group.create_task(fetch("C", 7, 0.5), name="C")


asyncio.run(main())
