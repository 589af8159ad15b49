import asyncio
import time


def watch_scanner(loop, codes):
    for code in ("tea", "bread", "plums"):
        time.sleep(1)
        codes.put_nowait(code)


async def till(codes):
    for _ in range(3):
        while codes.empty():
            await asyncio.sleep(0.01)
        print("to pay:", codes.get_nowait())


async def main():
    codes = asyncio.Queue()
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        asyncio.to_thread(watch_scanner, loop, codes),
        till(codes),
    )


asyncio.run(main())
