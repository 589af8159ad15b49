import asyncio
from contextlib import aclosing


async def rooms():
    try:
        for number in range(1, 5):
            await asyncio.sleep(1)
            yield number
    finally:
        await asyncio.sleep(1.5)


async def visit(museum, last):
    async with aclosing(rooms()) as tour:
        async for room in tour:
            if room == last:
                break
    print(f"{museum}: outside again")


async def main():
    await asyncio.gather(visit("Clocks", 2), visit("Ships", 4))


asyncio.run(main())
