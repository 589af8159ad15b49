import asyncio
import threading
import time

stock = {"tea": 10}
lock = threading.Lock()


def sell(cups, seconds):
    with lock:
        left = stock["tea"]
        time.sleep(seconds)
        stock["tea"] = left - cups


async def main():
    await asyncio.gather(
        asyncio.to_thread(sell, 3, 1),
        asyncio.to_thread(sell, 2, 1.5),
    )
    print("tea left:", stock["tea"])


asyncio.run(main())
