# Computation between two awaits lets nothing else run; a sleep(0) inside lets others in.
import asyncio

log = []


async def primes(limit, polite):
    found = []
    for number in range(2, limit):
        if all(number % prime for prime in found):
            found.append(number)
        if polite and number % 100 == 0:
            await asyncio.sleep(0)
    log.append("primes")
    return len(found)


async def counter(turns):
    for _ in range(turns):
        log.append("turn")
        await asyncio.sleep(0)


async def main():
    for polite in (False, True):
        log.clear()
        found, _ = await asyncio.gather(primes(1000, polite), counter(5))
        print(polite, found, log)


asyncio.run(main())
