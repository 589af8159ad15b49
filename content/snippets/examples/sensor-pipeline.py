"""A pipeline of async generators: readings come in one by one, are
averaged three at a time, and only what is unusual comes out."""

import asyncio
from contextlib import aclosing

TEMPERATURES = [19, 20, 21, 20, 19, 21, 27, 29, 31, 22, 20, 21]


async def readings():
    try:
        for temperature in TEMPERATURES:
            await asyncio.sleep(0.5)
            yield temperature
    finally:
        print("the sensor is switched off")


async def averages(source, size):
    group = []
    async for value in source:
        group.append(value)
        if len(group) == size:
            yield sum(group) / size
            group.clear()


async def warnings(source, limit):
    async for value in source:
        print(f"average {value:.1f}")
        if value > limit:
            yield f"too warm: {value:.1f} degrees"


async def main():
    async with aclosing(readings()) as sensor:
        async for warning in warnings(averages(sensor, 3), limit=25):
            print(warning)
            break
    print("nobody reads the rest")


asyncio.run(main())
