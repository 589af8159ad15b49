# Two awaited coroutines add up; two tasks overlap; awaiting out of order loses nothing.
import asyncio
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(at(), name)
    return name


async def main():
    await fetch("one", 0.2)
    await fetch("two", 0.2)
    print(at(), "in a row")
    slow = asyncio.create_task(fetch("slow", 0.4))
    fast = asyncio.create_task(fetch("fast", 0.2))
    print(await slow, await fast)
    print(at(), "together")


asyncio.run(main())
