import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def make_backup():
    time.sleep(3)
    return "backup made"


async def tick():
    for number in (1, 2, 3):
        await asyncio.sleep(0.75)
        print("tick", number)


async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.5)
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        job = loop.run_in_executor(pool, make_backup)
        print(await job)
    await ticking


asyncio.run(main())
