import asyncio


async def player(mine, other):
    while True:
        ball = await mine.get()
        await other.put(ball + 1)


async def main():
    left, right = asyncio.Queue(), asyncio.Queue()
    left.put_nowait(0)
    await asyncio.gather(player(left, right), player(right, left))


asyncio.run(main())
