import asyncio
import time


def read_meter(house):
    time.sleep(2)
    return {"Elm Road 4": 310, "Elm Road 6": 280}[house]


async def tick():
    for number in range(1, 4):
        await asyncio.sleep(0.5)
        print("tick", number)


async def main():
    ticking = asyncio.create_task(tick())
    four, six = await asyncio.to_thread(read_meter, "Elm Road 4"), 280
    print(f"together: {four + six} kWh")
    await ticking


asyncio.run(main())
