# types.coroutine: what finally reaches the loop is a yield.
import asyncio
import types


@types.coroutine
def step_aside():
    yield


@types.coroutine
def wrong():
    yield "not a future"


async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await step_aside()
    return name


async def main():
    print(await asyncio.gather(worker("a", 3), worker("b", 2), worker("c", 1)))
    try:
        await wrong()
    except RuntimeError as error:
        print(str(error).split(":")[0])


asyncio.run(main())
