import asyncio
import time


async def wash(load, minutes):
    await asyncio.sleep(minutes)
    print(f"{load} are clean")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    towels = asyncio.create_task(wash("towels", 3))
    time.sleep(2)
    print("the basket is sorted")
    socks = asyncio.create_task(wash("socks", 2))
    await towels
    await socks


asyncio.run(main())
