import asyncio
import sys


async def monitor(limit):
    await asyncio.sleep(limit)
    sys.exit("memory limit reached")


async def worker(n):
    try:
        while True:
            await asyncio.sleep(0.4)
    except asyncio.CancelledError:
        print("worker", n, "cancelled")
        raise


async def main():
    await asyncio.gather(monitor(1), worker(1), worker(2))


asyncio.run(main())
