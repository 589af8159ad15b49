import asyncio
import random

random.seed(7)


async def customer(name):
    pause = 1
    for attempt in (1, 2):
        wait = random.uniform(0, pause)
        await asyncio.sleep(wait)
        print(f"{name} tries again after {wait:.2f} s")
        pause *= 2


async def main():
    async with asyncio.TaskGroup() as group:
        for name in ("Ann", "Ben", "Cleo"):
            group.create_task(customer(name))


asyncio.run(main())
