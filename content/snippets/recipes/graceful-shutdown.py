import asyncio
import os
import signal


async def serve(guest, stop):
    while not stop.is_set():
        await asyncio.sleep(1)
        print(guest, "has had a dish")
    print(guest, "pays")


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)

    # Stands in for somebody who types: kill <process>
    loop.call_later(1.5, os.kill, os.getpid(), signal.SIGTERM)

    async with asyncio.TaskGroup() as group:
        group.create_task(serve("Ann", stop))
        await stop.wait()
        print("closing time")
    print("lights out")


asyncio.run(main())
