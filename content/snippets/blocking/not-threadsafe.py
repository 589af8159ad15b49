import asyncio
import time


def watch_door(bell):
    time.sleep(2)
    print("ring")
    bell.set()
    time.sleep(5)


async def main():
    bell = asyncio.Event()
    watching = asyncio.create_task(asyncio.to_thread(watch_door, bell))
    oven = asyncio.create_task(asyncio.sleep(6))
    await bell.wait()
    print("opening the door")
    await asyncio.gather(watching, oven)


asyncio.run(main())
