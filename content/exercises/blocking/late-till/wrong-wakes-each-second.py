import asyncio
import time


def watch_scanner(loop, codes):
    for code in ("tea", "bread", "plums"):
        time.sleep(1)
        codes.put_nowait(code)


async def till(codes):
    for _ in range(3):
        print("to pay:", await codes.get())


async def wake():
    for _ in range(3):
        await asyncio.sleep(1)


async def main():
    codes = asyncio.Queue()
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        asyncio.to_thread(watch_scanner, loop, codes),
        till(codes),
        wake(),
    )


asyncio.run(main())
