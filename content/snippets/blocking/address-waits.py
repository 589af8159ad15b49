import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def find_address(host):
    loop = asyncio.get_running_loop()
    started = loop.time()
    await loop.getaddrinfo(host, 80)
    print(f"address found after {loop.time() - started:.0f} s")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    async with asyncio.TaskGroup() as group:
        group.create_task(find_address("localhost"))
        await asyncio.sleep(1)
        for _ in range(2):
            group.create_task(asyncio.to_thread(time.sleep, 4))
        await asyncio.sleep(1)
        group.create_task(find_address("localhost"))


asyncio.run(main())
