import asyncio
import time


def watch_door(loop, bell):
    time.sleep(2)
    print("ring")
    loop.call_soon_threadsafe(bell.set)
    time.sleep(5)


async def main():
    bell = asyncio.Event()
    loop = asyncio.get_running_loop()
    watching = asyncio.create_task(
        asyncio.to_thread(watch_door, loop, bell)
    )
    oven = asyncio.create_task(asyncio.sleep(6))
    await bell.wait()
    print("opening the door")
    await asyncio.gather(watching, oven)


asyncio.run(main())
