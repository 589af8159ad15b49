# A future made by the loop and fulfilled from a thread, the right way.
import asyncio
import threading
import time


def compute(loop, future, number):
    time.sleep(0.1)
    if number < 0:
        loop.call_soon_threadsafe(future.set_exception, ValueError("negative"))
    else:
        loop.call_soon_threadsafe(future.set_result, number**0.5)


async def root(number):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    threading.Thread(target=compute, args=(loop, future, number)).start()
    return await future


async def main():
    print(await asyncio.gather(root(16), root(25)))
    try:
        await root(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
