import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def call(name, seconds):
    await asyncio.to_thread(time.sleep, seconds)
    print(f"{name} has hung up")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    async with asyncio.TaskGroup() as group:
        group.create_task(call("Ann", 5))
        group.create_task(call("Ben", 7))
        await asyncio.sleep(1)
        group.create_task(call("Cleo", 1))
        await asyncio.sleep(2)
        print("music plays")


asyncio.run(main())
