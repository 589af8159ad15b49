import asyncio
import time


async def heat_oven():
    print("oven: on")
    await asyncio.sleep(3)
    print("oven: hot")


async def main():
    oven = asyncio.create_task(heat_oven())
    time.sleep(2)
    print("main: onions are chopped")
    await oven
    print("main: bread goes in")


asyncio.run(main())
