import asyncio



async def watch_scanner(loop, codes):
    for code in ("tea", "bread", "plums"):
        await asyncio.sleep(1)
        codes.put_nowait(code)


async def till(codes):
    for _ in range(3):
        print("to pay:", await codes.get())


async def main():
    codes = asyncio.Queue()
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        watch_scanner(loop, codes),
        till(codes),
    )


asyncio.run(main())
