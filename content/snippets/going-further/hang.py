import asyncio


async def move(source, target, name):
    async with source:
        print(f"{name} has one lock")
        await asyncio.sleep(1)
        async with target:
            print(f"{name} has both")


async def main():
    stock, till = asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(move(stock, till, "Ann"), name="Ann")
        group.create_task(move(till, stock, "Ben"), name="Ben")


asyncio.run(main())
