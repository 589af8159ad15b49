import asyncio
import threading
import time


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("work cancelled")
        raise


async def main():
    task = asyncio.create_task(work())
    threading.Timer(1, task.cancel).start()
    await asyncio.wait([task])
    print("over")


asyncio.run(main())
