import asyncio


def count_primes(limit):
    found = 0
    for n in range(2, limit):
        found += all(n % d for d in range(2, int(n**0.5) + 1))
    return found


async def main():
    for _ in range(4):
        count_primes(30_000)
    print("four in a row")

    await asyncio.gather(
        *(asyncio.to_thread(count_primes, 30_000) for _ in range(4))
    )
    print("four in threads")


asyncio.run(main())
