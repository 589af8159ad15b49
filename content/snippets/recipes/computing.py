import asyncio
from concurrent.futures import ProcessPoolExecutor


def largest_divisor(number):
    return max(n for n in range(1, 1_000_000) if number % n == 0)


async def main():
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(max_workers=2)
    try:
        divisors = await asyncio.gather(
            loop.run_in_executor(pool, largest_divisor, 30_030_000),
            loop.run_in_executor(pool, largest_divisor, 65_536_000),
        )
        print(divisors)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


if __name__ == "__main__":
    asyncio.run(main())
