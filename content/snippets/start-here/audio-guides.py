import asyncio

guides = asyncio.Semaphore(2)


async def visitor(name, seconds):
    async with guides:
        await asyncio.sleep(seconds)
    print(f"{name} brings a guide back")


async def main():
    async with asyncio.TaskGroup() as museum:
        museum.create_task(visitor("Ann", 2), name="Ann")
        museum.create_task(visitor("Bo", 4), name="Bo")
        museum.create_task(visitor("Cy", 3), name="Cy")
        museum.create_task(visitor("Di", 2), name="Di")


asyncio.run(main())
