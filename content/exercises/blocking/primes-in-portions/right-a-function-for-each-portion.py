import asyncio


def count_between(begin, end):
    return sum(
        all(n % d for d in range(2, int(n**0.5) + 1))
        for n in range(begin, end)
    )


async def count_primes(limit):
    found = 0
    for begin in range(2, limit, 500):
        found += count_between(begin, min(begin + 500, limit))
        await asyncio.sleep(0)
    return found


async def answer_calls():
    for call in range(1, 5):
        await asyncio.sleep(0.05)
        print("answered call", call)


async def main():
    answering = asyncio.create_task(answer_calls())
    print("primes:", await count_primes(40_000))
    await answering


asyncio.run(main())
