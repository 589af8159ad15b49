import asyncio
import time


async def read_meter(seconds):
    await asyncio.to_thread(time.sleep, seconds)


async def in_turn():
    for seconds in (1, 2, 3):
        await read_meter(seconds)


async def together():
    await asyncio.gather(*(read_meter(s) for s in (1, 2, 3)))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(in_turn(), name="in turn")
        group.create_task(together(), name="together")


asyncio.run(main())
