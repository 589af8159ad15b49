import asyncio
import time


def count(limit):
    return sum(n % 3 == 0 for n in range(limit))


async def in_thread(function, argument):
    await asyncio.to_thread(function, argument)


async def main():
    async with asyncio.TaskGroup() as group:
        fetch = in_thread(time.sleep, 0.6)
        group.create_task(fetch, name="fetch")
        for fruit in ("apples", "pears"):
            counting = in_thread(count, 1_130_000)
            group.create_task(counting, name=fruit)
    print("all done")


asyncio.run(main())
