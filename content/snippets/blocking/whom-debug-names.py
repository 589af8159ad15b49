import asyncio
import time


async def stamp():
    for _ in range(3):
        time.sleep(0.05)
        await asyncio.sleep(0)


async def fold():
    for _ in range(3):
        time.sleep(0.05)


async def deliver():
    await asyncio.sleep(5)


async def main():
    for job in (stamp(), fold(), deliver()):
        await asyncio.create_task(job, name=job.__name__)


asyncio.run(main(), debug=True)
