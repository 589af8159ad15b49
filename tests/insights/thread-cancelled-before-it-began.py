import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as pool:
        first = loop.run_in_executor(pool, work, 1)
        second = loop.run_in_executor(pool, work, 2)
        await asyncio.sleep(0.1)
        second.cancel()
        print(await first)


asyncio.run(main())
