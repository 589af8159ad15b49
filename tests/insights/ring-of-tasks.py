import asyncio

tasks = {}


async def chicken():
    await asyncio.sleep(0.1)
    await tasks["egg"]


async def egg():
    await asyncio.sleep(0.2)
    await asyncio.wait([tasks["chicken"]])


async def main():
    for coroutine in (chicken, egg):
        tasks[coroutine.__name__] = asyncio.create_task(coroutine(), name=coroutine.__name__)
    await asyncio.wait(tasks.values())


asyncio.run(main())
