import asyncio
import time


def watch_door(loop):
    time.sleep(2)
    try:
        loop.call_soon(print, "opening the door")
    except RuntimeError as error:
        print("RuntimeError:", error)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(watch_door, loop)


asyncio.run(main(), debug=True)
