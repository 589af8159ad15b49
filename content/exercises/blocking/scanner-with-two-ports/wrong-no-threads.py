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
    slots = asyncio.Semaphore(2)

    async def scan_in_turn(page):
        async with slots:
            await asyncio.sleep(1)
            return f"{page} scanned"

    for line in await asyncio.gather(*map(scan_in_turn, PAGES)):
        print(line)


asyncio.run(main())
