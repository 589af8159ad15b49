import asyncio
import time


def brew():
    time.sleep(3)
    print("a cup is poured")


async def main():
    for attempt in (1, 2):
        try:
            async with asyncio.timeout(2):
                await asyncio.to_thread(brew)
        except TimeoutError:
            print(f"attempt {attempt}: no coffee")


asyncio.run(main())
