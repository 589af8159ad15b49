import asyncio


async def child():
    await asyncio.sleep(5)


async def parent():
    await asyncio.create_task(child())


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
