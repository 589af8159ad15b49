import asyncio


async def count_primes(limit):
    found = 0
    for n in range(2, limit):
        found += all(n % d for d in range(2, int(n**0.5) + 1))
    return found


async def tick():
    for number in range(1, 5):
        await asyncio.sleep(0.1)
        print("tick", number)


async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.15)
    found = await count_primes(50_000)
    await ticking
    print("primes:", found)


asyncio.run(main())
