import asyncio


async def bad():
    await asyncio.sleep(0.1)
    raise ValueError("bad")


async def good():
    try:
        await asyncio.sleep(5)
    finally:
        raise RuntimeError("clean-up broke")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad())
            group.create_task(good())
    except* Exception as errors:
        print(errors.exceptions)


asyncio.run(main())
