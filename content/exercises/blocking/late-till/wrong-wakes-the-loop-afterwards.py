import asyncio
import time


def watch_scanner(loop, codes):
    for code in ("tea", "bread", "plums"):
        time.sleep(1)
        codes.put_nowait(code)
        loop.call_soon_threadsafe(lambda: None)


async def till(codes):
    for _ in range(3):
        print("to pay:", await codes.get())


async def main():
    codes = asyncio.Queue()
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        asyncio.to_thread(watch_scanner, loop, codes),
        till(codes),
    )


asyncio.run(main())
