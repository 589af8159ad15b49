import asyncio
import time

stock = {"tea": 10}


def sell(cups, seconds):
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
