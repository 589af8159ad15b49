import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def resize(picture):
    time.sleep(1)
    return f"resized {picture}"


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [
            loop.run_in_executor(pool, resize, f"picture {n}")
            for n in range(1, 7)
        ]
        for job in jobs:
            print(await job)


asyncio.run(main())
