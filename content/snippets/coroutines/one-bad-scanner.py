import asyncio
import time


async def scan(page, seconds):
    await asyncio.sleep(seconds)
    print(f"page {page} scanned")


async def old_scanner(page):
    await asyncio.sleep(1)
    time.sleep(3)
    print(f"page {page} scanned, at last")


async def main():
    await asyncio.gather(scan(1, 2), old_scanner(2), scan(3, 5))


asyncio.run(main())
