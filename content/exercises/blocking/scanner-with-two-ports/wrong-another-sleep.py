import asyncio
import threading



PAGES = [f"page {number}" for number in range(1, 7)]
ports = threading.Semaphore(2)


async def scan(page):
    if not ports.acquire(blocking=False):
        raise RuntimeError(f"{page}: no free port")
    await asyncio.sleep(1)
    ports.release()
    return f"{page} scanned"


async def main():
    slots = asyncio.Semaphore(2)

    async def scan_in_turn(page):
        async with slots:
            return await scan(page)

    for line in await asyncio.gather(*map(scan_in_turn, PAGES)):
        print(line)


asyncio.run(main())
