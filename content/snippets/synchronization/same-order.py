import asyncio

salt = asyncio.Lock()
pepper = asyncio.Lock()


async def season(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("seasoned")


async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(season(salt, pepper), name="Ann")
        table.create_task(season(salt, pepper), name="Ben")


asyncio.run(main())
