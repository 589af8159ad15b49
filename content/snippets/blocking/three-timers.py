import asyncio
import time


async def bake(what, *minutes):
    for rest in minutes:
        await asyncio.sleep(rest)
    print(f"{what}: out of the oven")


async def grind():
    await asyncio.sleep(2.5)
    time.sleep(2)
    print("coffee ground")


async def main():
    await asyncio.gather(
        bake("rolls", 2, 2, 2), bake("cake", 6),
        bake("eggs", 3), grind(),
    )


asyncio.run(main())
