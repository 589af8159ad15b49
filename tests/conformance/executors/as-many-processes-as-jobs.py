# Four processes that each do one job, and become free at the same time.
import asyncio
from concurrent.futures import ProcessPoolExecutor


def count_primes(limit):
    return sum(
        all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        for number in range(2, limit)
    )


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=4) as pool:
        jobs = [loop.run_in_executor(pool, count_primes, 3_000) for _ in range(4)]
        print(await asyncio.gather(*jobs))
    print("closed")


if __name__ == "__main__":
    asyncio.run(main())
