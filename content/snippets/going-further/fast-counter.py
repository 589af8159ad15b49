import asyncio

desks = asyncio.Semaphore(2)


async def ask(number):
    async with desks:
        await asyncio.sleep(0.2)
        print(f"visitor {number} served")


async def main():
    await asyncio.gather(*(ask(number) for number in range(1, 9)))


asyncio.run(main())
