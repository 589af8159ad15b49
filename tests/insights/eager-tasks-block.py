import asyncio
import time


async def quick(n):
    time.sleep(0.2)
    return n


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(quick(n)) for n in range(3)]
    print([await task for task in tasks])


asyncio.run(main())
