import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def blink():
    for _ in range(3):
        await asyncio.sleep(1)


async def archive():
    await asyncio.sleep(1.5)
    with ThreadPoolExecutor() as pool:
        pool.submit(time.sleep, 3)
    print("archived")


async def main():
    await asyncio.gather(blink(), archive())


asyncio.run(main())
