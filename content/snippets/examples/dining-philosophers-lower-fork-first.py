"""The same table with one rule more: forks are numbered, and the
lower number is taken first. No circle of waiting can close."""

import asyncio

NAMES = ["Hypatia", "Zeno", "Thales", "Aspasia", "Plato"]


async def philosopher(name, forks, first, second):
    await asyncio.sleep(1)
    async with forks[first]:
        print(f"{name} takes fork {first}")
        await asyncio.sleep(0.1)
        async with forks[second]:
            print(f"{name} eats with forks {first} and {second}")
            await asyncio.sleep(1)


async def main():
    forks = [asyncio.Lock() for _ in NAMES]
    async with asyncio.TaskGroup() as table:
        for seat, name in enumerate(NAMES):
            first, second = sorted([seat, (seat + 1) % len(forks)])
            meal = philosopher(name, forks, first, second)
            table.create_task(meal, name=name)
    print("everyone has eaten")


asyncio.run(main())
