import asyncio
import os
import sys


async def keyboard():
    """A stream of what is typed (not on Windows)."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    return reader


async def main():
    # Stands in for somebody who types one line, after a second.
    keys, typist = os.pipe()
    sys.stdin = os.fdopen(keys)
    loop = asyncio.get_running_loop()
    loop.call_later(1, os.write, typist, b"Ann\n")

    lines = await keyboard()
    for question in ("your name?", "your age?"):
        print(question)
        try:
            async with asyncio.timeout(3):
                print("it is", (await lines.readline()).decode().strip())
        except TimeoutError:
            print("never mind")


asyncio.run(main())
