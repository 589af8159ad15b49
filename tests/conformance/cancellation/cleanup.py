# Cleanup may wait; whoever awaits the cancelled task waits with it.
import asyncio
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(at(), "cancelled", error.args)
        raise
    finally:
        await asyncio.sleep(0.2)
        print(at(), "cleaned up")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0.1)
    task.cancel("enough")
    print(at(), "asked", task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print(at(), "gone", task.cancelled(), error.args)


asyncio.run(main())
