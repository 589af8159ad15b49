import asyncio
import time


async def ask_bakery():
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(1)
            print("bread: 3.20")
    except TimeoutError:
        print("the bakery is too slow")


async def pack():
    await asyncio.sleep(0.5)
    time.sleep(3)


async def main():
    await asyncio.gather(ask_bakery(), pack())


asyncio.run(main())
