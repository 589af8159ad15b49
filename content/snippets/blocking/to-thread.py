import asyncio
import time


def read_meter(house):
    time.sleep(2)
    return f"{house}: 310 kWh"


async def tick():
    for second in range(1, 4):
        await asyncio.sleep(0.75)
        print("tick", second)


async def main():
    ticking = asyncio.create_task(tick())
    print(await asyncio.to_thread(read_meter, "Elm Road 4"))
    await ticking


asyncio.run(main())
