import asyncio


async def step(n, before):
    await asyncio.sleep(0.2)
    return n + before


async def main():
    first = await step(1, 0)
    second = await step(2, first)
    print(await step(3, second))


asyncio.run(main())
