import asyncio
import threading

stop = threading.Event()


def watch():
    stop.wait()
    print("watch ends")


async def main():
    watching = asyncio.create_task(asyncio.to_thread(watch))
    await asyncio.sleep(1)
    watching.cancel()


asyncio.run(main())
