import asyncio
import threading


async def double(x):
    await asyncio.sleep(0.1)
    return 2 * x


loop = asyncio.new_event_loop()
background = threading.Thread(target=loop.run_forever)
background.start()
print(asyncio.run_coroutine_threadsafe(double(4), loop).result())
loop.call_soon_threadsafe(loop.stop)
background.join()
loop.close()
