import asyncio
import threading
import time


async def look_up(code):
    await asyncio.sleep(1)
    return f"parcel {code} goes to Leeds"


def scan(loop, found):
    time.sleep(1)
    asking = asyncio.run_coroutine_threadsafe(look_up("A7"), loop)
    print(asking.result())
    loop.call_soon_threadsafe(found.set)


async def main():
    found = asyncio.Event()
    loop = asyncio.get_running_loop()
    threading.Thread(target=scan, args=(loop, found)).start()
    await found.wait()
    print("scanner heard")


asyncio.run(main())
