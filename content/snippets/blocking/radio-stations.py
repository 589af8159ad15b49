import asyncio
import time


def decode(recording):
    time.sleep(2.5)


async def listen(station, tuning):
    try:
        async with asyncio.timeout(4):
            await asyncio.sleep(tuning)
            if station == "Rome":
                decode("news")
            else:
                await asyncio.sleep(1)
            print(f"{station} is heard")
    except TimeoutError:
        print(f"{station} is lost")


async def main():
    async with asyncio.TaskGroup() as radio:
        for station, tuning in (("Rome", 1), ("Oslo", 2), ("Bonn", 0.5)):
            radio.create_task(listen(station, tuning), name=station)


asyncio.run(main())
