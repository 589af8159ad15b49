"""Five philosophers, five forks, and a rule that sounds fair: first
the left fork, then the right. Watch who holds what at the end."""

import asyncio

NAMES = ["Hypatia", "Zeno", "Thales", "Aspasia", "Plato"]


async def philosopher(name, left, right):
    await asyncio.sleep(1)
    async with left:
        print(f"{name} takes the left fork")
        await asyncio.sleep(0.1)
        async with right:
            print(f"{name} eats")
            await asyncio.sleep(1)


async def main():
    forks = [asyncio.Lock() for _ in NAMES]
    async with asyncio.TaskGroup() as table:
        for seat, name in enumerate(NAMES):
            left, right = forks[seat], forks[(seat + 1) % len(forks)]
            table.create_task(philosopher(name, left, right), name=name)
    print("everyone has eaten")


asyncio.run(main())
