import asyncio
import subprocess


async def beat():
    for _ in range(4):
        await asyncio.sleep(0.1)


async def convert():
    await asyncio.sleep(0.05)
    subprocess.run(["sleep", "0.6"])


async def main():
    await asyncio.gather(beat(), convert())


asyncio.run(main())
