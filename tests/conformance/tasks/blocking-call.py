# time.sleep in one task makes all others late.
import asyncio
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


async def ticker():
    for tick in range(4):
        print(at(), "tick", tick)
        await asyncio.sleep(0.1)


async def rude():
    await asyncio.sleep(0.05)
    time.sleep(0.35)
    print(at(), "had the loop to itself")


async def main():
    await asyncio.gather(ticker(), rude())
    print(at(), "end")


asyncio.run(main())
