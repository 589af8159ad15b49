import asyncio
import inspect
import time


def plain():
    time.sleep(2)  # in a thread of its own


async def blocking():
    time.sleep(2)  # in the loop's thread


async def awaiting():
    await asyncio.sleep(2)


async def call(handler):
    """What a framework does with a request."""
    if inspect.iscoroutinefunction(handler):
        await handler()
    else:
        await asyncio.to_thread(handler)


async def main():
    for handler in (plain, blocking, awaiting):
        started = time.monotonic()
        await asyncio.gather(*(call(handler) for _ in range(3)))
        seconds = round(time.monotonic() - started)
        print(f"{handler.__name__}: 3 requests in {seconds} s")


asyncio.run(main())
