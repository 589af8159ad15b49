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
    loop = asyncio.get_running_loop()
    houses = ("Elm Road 4", "Elm Road 6")
    jobs = [loop.run_in_executor(None, read_meter, house) for house in houses]
    four, six = [await job for job in jobs]
    print(f"together: {four + six} kWh")
    await ticking


asyncio.run(main())
