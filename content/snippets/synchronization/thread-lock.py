import asyncio
import threading
import time

printer = threading.Lock()


def print_poster():
    with printer:
        time.sleep(3)


async def print_letter():
    await asyncio.sleep(1)
    with printer:
        print("letter printed")


async def clock():
    for _ in range(4):
        await asyncio.sleep(1)
        print("tick")


async def main():
    poster = asyncio.to_thread(print_poster)
    await asyncio.gather(poster, print_letter(), clock())


asyncio.run(main())
