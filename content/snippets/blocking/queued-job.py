import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def scan(page):
    time.sleep(2)
    print("scanned", page)


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        first = loop.run_in_executor(pool, scan, "page 1")
        second = loop.run_in_executor(pool, scan, "page 2")
        await asyncio.sleep(1)
        print("cancel:", first.cancel(), second.cancel())
        await asyncio.sleep(4)
    print("pool closed")


asyncio.run(main())
