import asyncio
import os
import signal


async def worker(queue):
    try:
        while True:
            order, seconds = await queue.get()
            try:
                await asyncio.sleep(seconds)
                print(order, "done")
            except asyncio.CancelledError:
                print(order, "called off")
                raise
    except asyncio.QueueShutDown:
        print("the worker goes home")


async def main():
    queue = asyncio.Queue(maxsize=10)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(3, os.kill, os.getpid(), signal.SIGTERM)
    for order in ("soup", 2), ("stew", 2), ("roast", 60):
        queue.put_nowait(order)
    try:
        async with asyncio.timeout(None) as limit:
            async with asyncio.TaskGroup() as group:
                group.create_task(worker(queue))
                await stop.wait()
                print("told to stop")
                queue.shutdown()
                limit.reschedule(loop.time() + 5)
    except TimeoutError:
        print("the rest was called off")


asyncio.run(main())
