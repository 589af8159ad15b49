import asyncio
import threading


async def double(x):
    await asyncio.sleep(0.1)
    return 2 * x


loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, name="background").start()
print(asyncio.run_coroutine_threadsafe(double(4), loop).result())
