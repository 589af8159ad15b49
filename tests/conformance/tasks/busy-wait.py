# A loop that polls the clock holds the thread just as a sleep does, and ends at the right time.
import asyncio
import time

start = time.monotonic()


async def spin(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def ticker():
    while True:
        print(f"{time.monotonic() - start:.1f}", "tick")
        await asyncio.sleep(0.2)


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0.1)
    await spin(0.5)
    print(f"{time.monotonic() - start:.1f}", "spun")
    await asyncio.sleep(0.1)
    task.cancel()


asyncio.run(main())
