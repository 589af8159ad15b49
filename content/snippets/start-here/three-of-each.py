import asyncio
import time


async def download():
    await asyncio.sleep(1)


async def old_download():
    time.sleep(1)


async def download_and_count():
    await asyncio.sleep(1)
    sum(all(n % d for d in range(2, n)) for n in range(2, 2_500))


async def main():
    for job in (download, old_download, download_and_count):
        await asyncio.gather(job(), job(), job())
        print("three times", job.__name__)


asyncio.run(main())
