import asyncio


async def count_primes():
    await asyncio.sleep(1)
    found = sum(all(n % d for d in range(2, n)) for n in range(2, 8000))
    print(f"{found} primes")


async def fetch(what, seconds):
    await asyncio.sleep(seconds)
    print(f"the {what} is here")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(count_primes(), name="primes")
        group.create_task(fetch("news", 1.2), name="news")
        group.create_task(fetch("weather", 3), name="weather")


asyncio.run(main())
