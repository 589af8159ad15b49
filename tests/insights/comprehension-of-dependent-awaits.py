import asyncio


async def step(prev):
    await asyncio.sleep(0.3)
    return prev + 1


async def main():
    prev = 0
    values = [prev := await step(prev) for _ in range(4)]
    print(values)


asyncio.run(main())
