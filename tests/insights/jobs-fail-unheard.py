import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def save(name):
    time.sleep(0.1)
    if name != "a":
        raise OSError(f"no room for {name}")


with ThreadPoolExecutor(1) as pool:
    pool.submit(save, "b")
    pool.map(save, ["a", "c"])


async def main():
    asyncio.get_running_loop().run_in_executor(None, save, "d")
    await asyncio.sleep(0.5)


asyncio.run(main())
