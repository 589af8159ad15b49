import asyncio


async def load(panel, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{panel}: loaded")
    except asyncio.CancelledError:
        print(f"{panel}: cancelled")
        raise
    return f"{panel} panel"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            sales = group.create_task(load("sales", 1))
            stock = group.create_task(load("stock", 3))
            await asyncio.sleep(2)
            raise ValueError("no such user")
    except* ValueError as errors:
        print("failed:", errors.exceptions)
    for task in (sales, stock):
        if not task.cancelled():
            print("kept:", task.result())


asyncio.run(main())
