import asyncio


async def member(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        await asyncio.sleep(2)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(member(10))
            group.create_task(member(20))
            await asyncio.sleep(1)
            raise ValueError("body")
    except* ValueError:
        print("over")


asyncio.run(main())
