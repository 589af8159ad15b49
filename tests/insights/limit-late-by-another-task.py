import asyncio
import time


async def answer():
    await asyncio.sleep(5)


async def report():
    await asyncio.sleep(0.5)
    time.sleep(2)


async def main():
    reporting = asyncio.create_task(report())
    try:
        async with asyncio.timeout(1):
            await answer()
    except TimeoutError:
        print("too slow")
    await reporting


asyncio.run(main())
