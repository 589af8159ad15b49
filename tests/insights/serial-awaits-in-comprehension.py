import asyncio


async def get(i):
    await asyncio.sleep(0.3)
    return i


async def main():
    coros = [get(i) for i in range(5)]
    results = [await c for c in coros]
    print(results)


asyncio.run(main())
