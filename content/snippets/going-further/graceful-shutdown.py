import asyncio
import os
import signal


async def worker(queue):
    try:
        while True:
            order = await queue.get()
            await asyncio.sleep(2)
            print(order, "done")
    except asyncio.QueueShutDown:
        print("the worker goes home")


async def main():
    queue = asyncio.Queue()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(3, os.kill, os.getpid(), signal.SIGTERM)

    for number in (1, 2, 3):
        queue.put_nowait(f"order {number}")
    working = asyncio.create_task(worker(queue))

    await stop.wait()
    print("told to stop")
    queue.shutdown()
    async with asyncio.timeout(10):
        await working


asyncio.run(main())
