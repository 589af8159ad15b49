# Awaits nested two hundred deep: an exception passes every finally in one turn.
import asyncio

left = []


async def descend(depth):
    try:
        if depth == 0:
            await asyncio.sleep(0.05)
            raise KeyError("bottom")
        return await descend(depth - 1)
    finally:
        left.append(depth)


async def other():
    for turn in range(3):
        print("other", turn, len(left))
        await asyncio.sleep(0.1)


async def main():
    side = asyncio.create_task(other())
    await asyncio.sleep(0)
    try:
        await descend(200)
    except KeyError as error:
        print("caught", error, len(left), left[:3], left[-1])
    await side


asyncio.run(main())
