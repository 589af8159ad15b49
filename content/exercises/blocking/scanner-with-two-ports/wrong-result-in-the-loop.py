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
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [pool.submit(scan, page) for page in PAGES]
        for job in jobs:
            print(job.result())


asyncio.run(main())
