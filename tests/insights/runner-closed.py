import asyncio


async def refresh():
    while True:
        await asyncio.sleep(1)


async def start():
    asyncio.create_task(refresh())
    await asyncio.sleep(0.1)


with asyncio.Runner() as runner:
    runner.run(start())
    runner.run(asyncio.sleep(2))
    print("leaving")
