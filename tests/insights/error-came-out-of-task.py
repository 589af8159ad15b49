import asyncio


async def load():
    await asyncio.sleep(0.5)
    return int("ten")


async def main():
    task = asyncio.create_task(load())
    await asyncio.sleep(0.1)
    print(await task)


asyncio.run(main())
