import asyncio


async def tick():
    for number in (1, 2, 3):
        await asyncio.sleep(0.1)
        print("tick", number)


async def add_up(row):
    return sum(number * number % 7 for number in row)


async def load():
    total = 0
    for _ in range(20):
        total += await add_up(range(100_000))
    print("table loaded")


async def main():
    await asyncio.gather(tick(), load())


asyncio.run(main())
