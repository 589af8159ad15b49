# A process pool for simple functions: results, an exception, the loop's run_in_executor.
import asyncio
import os
import time
from concurrent.futures import ProcessPoolExecutor


def digits(number):
    return sum(int(digit) for digit in str(2**number))


def nap(seconds):
    time.sleep(seconds)
    return seconds


def divide(number):
    return 1 / number


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(digits, [10, 100, 1000])))
        print(await asyncio.gather(
            loop.run_in_executor(pool, nap, 0.2),
            loop.run_in_executor(pool, nap, 0.1),
        ))
        try:
            await loop.run_in_executor(pool, divide, 0)
        except ZeroDivisionError as error:
            print("raised:", error)
    print(os.getpid() > 0)


if __name__ == "__main__":
    asyncio.run(main())
