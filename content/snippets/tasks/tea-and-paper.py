import asyncio
import time


async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print(f"{drink} is ready")


async def main():
    tea = asyncio.create_task(brew("tea", 4))
    time.sleep(1)
    print("the headlines are read")
    coffee = asyncio.create_task(brew("coffee", 1))
    await asyncio.sleep(2)
    print("the paper is read")
    await coffee
    await tea


asyncio.run(main())
