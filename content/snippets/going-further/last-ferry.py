import asyncio
import os
import signal


async def sail(queue):
    try:
        while car := await queue.get():
            await asyncio.sleep(2)
            print(f"{car} is across")
    except asyncio.QueueShutDown:
        print("ferry moored")


async def main():
    queue = asyncio.Queue()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, queue.shutdown)
    loop.call_later(3, os.kill, os.getpid(), signal.SIGTERM)
    sailing = asyncio.create_task(sail(queue))
    for car in ("red car", "blue car", "green car"):
        queue.put_nowait(car)
    await sailing
    print("captain ashore")


asyncio.run(main())
