import asyncio


async def watch(name, stop):
    for _ in range(3):
        try:
            await asyncio.wait_for(stop.wait(), 0.2)
        except TimeoutError:
            print(name, "still runs")


async def main():
    stop = asyncio.Event()
    await asyncio.gather(watch("a", stop), watch("b", stop))


asyncio.run(main())
