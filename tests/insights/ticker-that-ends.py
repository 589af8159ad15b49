import asyncio


async def tick(times):
    for _ in range(times):
        await asyncio.sleep(0.5)
        print("tick")


asyncio.run(tick(3))
