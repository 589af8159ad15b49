import asyncio
from concurrent.futures import ProcessPoolExecutor


def count_primes(limit):
    found = 0
    for n in range(2, limit):
        found += all(n % d for d in range(2, int(n**0.5) + 1))
    return found


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        await asyncio.gather(
            *(loop.run_in_executor(pool, count_primes, 30_000)
              for _ in range(4))
        )
        print("four in processes")


if __name__ == "__main__":
    asyncio.run(main())
