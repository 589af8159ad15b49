import asyncio


async def price(item):
    await asyncio.sleep(0.2)
    return len(item)


def report(loop):
    print(asyncio.run_coroutine_threadsafe(price("kiosk"), loop).result())


async def main():
    await asyncio.to_thread(report, asyncio.get_running_loop())


asyncio.run(main())
