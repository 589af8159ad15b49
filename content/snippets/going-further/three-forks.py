import asyncio


async def dine(name, left, right):
    async with left:
        await asyncio.sleep(1)
        async with right:
            print(f"{name} eats")


async def main():
    a, b, c = asyncio.Lock(), asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(dine("Ann", a, b))
        group.create_task(dine("Ben", b, c))
        group.create_task(dine("Cleo", c, a))


asyncio.run(main())
