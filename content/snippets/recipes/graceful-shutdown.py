import asyncio
import os
import signal


async def cook(orders):
    while True:
        try:
            dish = await orders.get()
        except asyncio.QueueShutDown:
            print("the cook goes home")
            return
        await asyncio.sleep(1)
        print(dish, "served")


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    # Stands in for somebody who types: kill <process>
    loop.call_later(3, os.kill, os.getpid(), signal.SIGTERM)

    orders = asyncio.Queue(maxsize=10)
    try:
        async with asyncio.timeout(None) as limit:
            async with asyncio.TaskGroup() as group:
                group.create_task(cook(orders))
                orders.put_nowait("soup")
                await stop.wait()
                print("closing time")
                loop.remove_signal_handler(signal.SIGINT)
                orders.shutdown()
                limit.reschedule(loop.time() + 5)
    except TimeoutError:
        print("not everything was finished in time")


asyncio.run(main())
