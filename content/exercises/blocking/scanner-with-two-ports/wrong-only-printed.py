import asyncio
import threading
import time


PAGES = [f"page {number}" for number in range(1, 7)]
ports = threading.Semaphore(2)


def scan(page):
    if not ports.acquire(blocking=False):
        raise RuntimeError(f"{page}: no free port")
    time.sleep(1)
    ports.release()
    return f"{page} scanned"


async def main():
    await asyncio.sleep(3)
    for page in PAGES:
        print(f"{page} scanned")


asyncio.run(main())
