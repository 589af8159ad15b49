import asyncio


def count_primes(limit):
    found = 0
    for n in range(2, limit):
        found += all(n % d for d in range(2, int(n**0.5) + 1))
    return found


async def heartbeat():
    for beat in range(1, 4):
        await asyncio.sleep(0.05)
        print("beat", beat)


async def main():
    beating = asyncio.create_task(heartbeat())
    found = await asyncio.to_thread(count_primes, 150_000)
    print(found, "primes")
    await beating


asyncio.run(main())
