# Cancelling to_thread frees the waiter, not the thread; asyncio.run still waits for it at the end.
import asyncio
import time

start = time.monotonic()


def blocking():
    time.sleep(0.5)
    print(f"{time.monotonic() - start:.1f}", "the thread ends all the same")


async def main():
    try:
        async with asyncio.timeout(0.2):
            await asyncio.to_thread(blocking)
    except TimeoutError:
        print(f"{time.monotonic() - start:.1f}", "timed out")


asyncio.run(main())
print(f"{time.monotonic() - start:.1f}", "run is over")
