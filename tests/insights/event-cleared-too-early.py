import asyncio


async def announce(ready):
    await asyncio.sleep(0.1)
    ready.set()
    ready.clear()


async def late(ready):
    await asyncio.sleep(0.2)
    await ready.wait()


async def main():
    ready = asyncio.Event()
    await asyncio.gather(announce(ready), late(ready))


asyncio.run(main())
