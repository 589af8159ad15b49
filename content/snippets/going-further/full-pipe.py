import asyncio
import sys

BOOK = "print('a line of a long book\\n' * 20_000, end='')"


async def start():
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", BOOK, stdout=asyncio.subprocess.PIPE
    )


async def main():
    process = await start()
    try:
        await asyncio.wait_for(process.wait(), 3)
    except TimeoutError:
        print("wait: still not ended")
        process.kill()
        await process.communicate()

    process = await start()
    book, _ = await process.communicate()
    print("communicate:", book.count(b"\n"), "lines")


asyncio.run(main())
