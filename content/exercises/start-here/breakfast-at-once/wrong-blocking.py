import asyncio
import time


async def kettle():
    time.sleep(3)
    print("the water boils")


async def toaster():
    time.sleep(2)
    print("the toast jumps up")


async def breakfast():
    await asyncio.gather(toaster(), kettle())
    print("breakfast is ready")


asyncio.run(breakfast())
