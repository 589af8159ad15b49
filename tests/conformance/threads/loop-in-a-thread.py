# A loop that runs for ever in its own thread, given work from outside and stopped from outside.
import asyncio
import threading
import time

loop = asyncio.new_event_loop()


def serve():
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()
    print("loop closed:", loop.is_closed())


async def add(a, b):
    await asyncio.sleep(0.1)
    print("in", threading.current_thread().name)
    return a + b


async def fails():
    raise LookupError("not here")


async def endless():
    try:
        await asyncio.sleep(100)
    finally:
        print("endless was cancelled")


thread = threading.Thread(target=serve, name="loop thread")
thread.start()
print(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result())
try:
    asyncio.run_coroutine_threadsafe(fails(), loop).result(timeout=1)
except LookupError as error:
    print("raised here:", error)
future = asyncio.run_coroutine_threadsafe(endless(), loop)
try:
    future.result(timeout=0.1)
except TimeoutError:
    print("no result yet", future.done())
future.cancel()
time.sleep(0.1)
print(future.cancelled())
loop.call_soon_threadsafe(loop.stop)
thread.join()
