import asyncio
import threading
import time

loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, name="background", daemon=True).start()


async def answer():
    await asyncio.sleep(1)
    return 42


asked = asyncio.run_coroutine_threadsafe(answer(), loop)
time.sleep(0.2)
loop.call_soon_threadsafe(loop.stop)
print(asked.result())
