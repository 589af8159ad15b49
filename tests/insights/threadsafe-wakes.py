import asyncio
import threading
import time


async def main():
    ready = asyncio.Event()
    loop = asyncio.get_running_loop()

    def work():
        time.sleep(1)
        loop.call_soon_threadsafe(ready.set)

    threading.Thread(target=work).start()
    await ready.wait()
    print("woken")


asyncio.run(main())
