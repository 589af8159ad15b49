import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

PAGES = [f"page {number}" for number in range(1, 7)]
ports = threading.Semaphore(2)


def scan(page):
    if not ports.acquire(blocking=False):
        raise RuntimeError(f"{page}: no free port")
    time.sleep(1)
    ports.release()
    return f"{page} scanned"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(2))
    jobs = [asyncio.to_thread(scan, page) for page in PAGES]
    for line in await asyncio.gather(*jobs):
        print(line)


asyncio.run(main())
