import asyncio
import threading
import time


def watch_scanner(loop, codes):
    for code in ("tea", "bread", "plums"):
        time.sleep(1)
        loop.call_soon_threadsafe(codes.put_nowait, code)


async def till(codes):
    for _ in range(3):
        print("to pay:", await codes.get())


async def main():
    codes = asyncio.Queue()
    loop = asyncio.get_running_loop()
    threading.Thread(target=watch_scanner, args=(loop, codes)).start()
    await till(codes)


asyncio.run(main())
