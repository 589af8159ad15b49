import asyncio
import time


def scales(loop, weights):
    for kilos in (3, 5):
        time.sleep(1)
        loop.call_soon_threadsafe(weights.put_nowait, kilos)


async def main():
    weights = asyncio.Queue()
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as shop:
        shop.create_task(asyncio.to_thread(scales, loop, weights))
        for _ in range(2):
            print(f"{await weights.get()} kg")


asyncio.run(main())
