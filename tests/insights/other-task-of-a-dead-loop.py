import asyncio
import sys
import threading


async def leave():
    await asyncio.sleep(0.1)
    sys.exit(3)


async def answer():
    await asyncio.sleep(1)
    return 42


loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, name="loop").start()
asyncio.run_coroutine_threadsafe(leave(), loop)
print(asyncio.run_coroutine_threadsafe(answer(), loop).result())
