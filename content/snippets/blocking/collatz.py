import asyncio
from concurrent.futures import ProcessPoolExecutor


def longest_path(limit):
    best = 0
    for n in range(1, limit):
        steps = 0
        while n > 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        best = max(best, steps)
    return best


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:
        job = loop.run_in_executor(pool, longest_path, 20_000)
        await asyncio.sleep(0.1)
        print("tick")
        print("longest path:", await job)


if __name__ == "__main__":
    asyncio.run(main())
