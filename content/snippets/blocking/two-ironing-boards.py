import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

boards = ThreadPoolExecutor(max_workers=2)


async def iron(garment, minutes):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(boards, time.sleep, minutes)
    print(f"{garment} ironed")


async def main():
    await asyncio.gather(
        iron("coat", 4), iron("shirt", 1),
        iron("dress", 2), iron("sheet", 3),
    )


asyncio.run(main())
