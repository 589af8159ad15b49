import asyncio
import time


def watch_scanner(loop, codes):
    for code in ("tea", "bread", "plums"):
        time.sleep(1)
        print("to pay:", code)


async def till(codes):
    for _ in range(3):
        print("to pay:", await codes.get())


async def main():
    codes = asyncio.Queue()
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        asyncio.to_thread(watch_scanner, loop, codes),
    )


asyncio.run(main())
