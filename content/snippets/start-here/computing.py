import asyncio


def count_primes(below):
    return sum(
        all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        for number in range(2, below)
    )


async def report(name, below):
    print(f"{name}: {count_primes(below)} primes")


async def main():
    async with asyncio.TaskGroup() as group:
        for name in ("one", "two", "three"):
            group.create_task(report(name, 60_000), name=name)


asyncio.run(main())
