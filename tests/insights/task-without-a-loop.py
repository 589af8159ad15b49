import asyncio


async def fetch():
    await asyncio.sleep(0.1)


task = asyncio.create_task(fetch())
print(task)
