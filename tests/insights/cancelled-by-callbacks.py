import asyncio
import threading


async def work():
    await asyncio.sleep(10)


def stop(task):
    task.cancel()


async def main():
    loop = asyncio.get_running_loop()
    first = asyncio.create_task(work(), name="first")
    second = asyncio.create_task(work(), name="second")
    third = asyncio.create_task(work(), name="third")
    loop.call_later(0.5, stop, first)
    first.add_done_callback(lambda _: second.cancel())
    threading.Timer(1, lambda: loop.call_soon_threadsafe(third.cancel)).start()
    await asyncio.wait([first, second, third])


asyncio.run(main())
