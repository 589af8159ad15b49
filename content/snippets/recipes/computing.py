import asyncio
from concurrent.futures import ProcessPoolExecutor


def largest_divisor(number):
    return max(n for n in range(1, 1_000_000) if number % n == 0)


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        divisors = await asyncio.gather(
            loop.run_in_executor(pool, largest_divisor, 30_030_000),
            loop.run_in_executor(pool, largest_divisor, 65_536_000),
        )
    print(divisors)


if __name__ == "__main__":
    asyncio.run(main())
