import asyncio
import time


def watch_scanner(loop, codes):
    for code in ("tea", "bread", "plums"):
        time.sleep(1)
        loop.call_soon_threadsafe(codes.put_nowait, code)


async def till(codes):
    for code in ("tea", "bread", "plums"):
        await asyncio.sleep(1)
        print("to pay:", code)


async def main():
    codes = asyncio.Queue()
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        asyncio.to_thread(watch_scanner, loop, codes),
        till(codes),
    )


asyncio.run(main())
