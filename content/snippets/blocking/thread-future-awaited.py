import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def read_meter(house):
    time.sleep(2)
    return f"{house}: 310 kWh"


async def tick():
    for number in (1, 2, 3):
        await asyncio.sleep(0.75)
        print("tick", number)


async def main():
    ticking = asyncio.create_task(tick())
    with ThreadPoolExecutor() as pool:
        await asyncio.sleep(0.5)
        job = pool.submit(read_meter, "Elm Road 4")
        print(await asyncio.wrap_future(job))
    await ticking


asyncio.run(main())
