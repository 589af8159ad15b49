import asyncio

votes = {"cat": 0, "dog": 0}


async def count(ballots, seconds):
    await asyncio.sleep(seconds)
    return ballots


async def add_cats(ballots, seconds):
    votes["cat"] += await count(ballots, seconds)
    print("cat:", votes["cat"])


async def add_dogs(ballots, seconds):
    found = await count(ballots, seconds)
    votes["dog"] += found
    print("dog:", votes["dog"])


async def main():
    await asyncio.gather(
        add_cats(10, 1), add_cats(20, 2),
        add_dogs(10, 3), add_dogs(20, 4),
    )


asyncio.run(main())
