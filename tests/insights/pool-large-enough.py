import asyncio
import time


def resize(n):
    time.sleep(1)
    return n


async def main():
    print(await asyncio.gather(*(asyncio.to_thread(resize, n) for n in range(3))))


asyncio.run(main())
