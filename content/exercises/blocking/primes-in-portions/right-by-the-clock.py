import asyncio
import time


async def count_primes(limit):
    found = 0
    since = time.monotonic()
    for n in range(2, limit):
        found += all(n % d for d in range(2, int(n**0.5) + 1))
        if time.monotonic() - since > 0.01:
            await asyncio.sleep(0)
            since = time.monotonic()
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
