import asyncio


async def count(name, pause):
    for number in (1, 2, 3):
        print(f"{name} {number}")
        await asyncio.sleep(pause)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(count("tortoise", 2), name="tortoise")
        group.create_task(count("hare", 0.5), name="hare")


asyncio.run(main())
