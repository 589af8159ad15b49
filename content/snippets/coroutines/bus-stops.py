import asyncio


async def stops(*names):
    for name in names:
        await asyncio.sleep(1)
        yield name


async def tourist():
    async for stop in stops("castle", "bridge"):
        await asyncio.sleep(1.5)
        print(f"tourist: {stop} photographed")


async def commuter():
    async for stop in stops("park", "mill", "office", "zoo"):
        print(f"commuter: {stop}")
        if stop == "office":
            break


async def main():
    await asyncio.gather(tourist(), commuter())


asyncio.run(main())
