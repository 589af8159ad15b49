import asyncio
import time


async def answer():
    time.sleep(0.2)
    await asyncio.sleep(0.2)
    return 1


async def main():
    print(await asyncio.wait_for(answer(), 1))


asyncio.run(main())
