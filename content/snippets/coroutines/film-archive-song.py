import asyncio
import time


async def download(what, seconds):
    await asyncio.sleep(seconds)
    print(f"{what} is here")


async def unpack(what, seconds):
    time.sleep(seconds)
    print(f"{what} is unpacked")


async def main():
    await asyncio.gather(
        download("film", 3), unpack("archive", 2), download("song", 2)
    )


asyncio.run(main())
