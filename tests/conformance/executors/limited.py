# More blocking calls than threads: a semaphore in the loop or a small pool sets the pace.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(number):
    time.sleep(0.2)
    return number * 10


async def with_semaphore(numbers):
    slots = asyncio.Semaphore(3)

    async def one(number):
        async with slots:
            return await asyncio.to_thread(fetch, number)

    return await asyncio.gather(*(one(number) for number in numbers))


async def with_pool(numbers):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(3) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, fetch, n) for n in numbers))


async def main():
    for strategy in (with_semaphore, with_pool):
        begun = time.perf_counter()
        results = await strategy(range(5))
        print(strategy.__name__, results, round(time.perf_counter() - begun, 1))


asyncio.run(main())
