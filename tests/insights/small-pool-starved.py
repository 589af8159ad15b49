import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def resize(n):
    time.sleep(2)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="resizer") as pool:
        done = await asyncio.gather(*(loop.run_in_executor(pool, resize, n) for n in range(5)))
    print(done)


asyncio.run(main())
