import asyncio
import time


async def main():
    await asyncio.sleep(0.5)


asyncio.run(main())
time.sleep(1)
print("and on")
