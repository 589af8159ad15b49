import asyncio


async def watch(n):
    await asyncio.sleep(n)


async def main():
    watchers = [asyncio.create_task(watch(n)) for n in (5, 6)]
    await asyncio.sleep(1)
    for watcher in watchers:
        watcher.cancel()
    await asyncio.gather(*watchers, return_exceptions=True)


asyncio.run(main())
