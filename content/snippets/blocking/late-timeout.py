import asyncio
import time


async def ask_shop():
    time.sleep(5)
    print("the shop has answered")
    await asyncio.sleep(1)
    print("the answer is stored")


async def main():
    try:
        async with asyncio.timeout(2):
            await ask_shop()
    except TimeoutError:
        print("took too long")


asyncio.run(main())
