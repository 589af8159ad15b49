import asyncio
import time


async def carry(porter, trunks):
    for _ in range(trunks):
        await asyncio.sleep(0)
        time.sleep(1)
    print(f"{porter} is done")


async def main():
    await asyncio.gather(
        carry("Ann", 2), carry("Ben", 1), carry("Cleo", 3)
    )


asyncio.run(main())
