import asyncio


async def every(seconds, job):
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        await job()
        due += seconds
        await asyncio.sleep(due - loop.time())


async def read_meter():
    print("reading")
    await asyncio.sleep(0.3)


async def main():
    meter = asyncio.create_task(every(1, read_meter))
    await asyncio.sleep(3.5)
    meter.cancel()
    try:
        await meter
    except asyncio.CancelledError:
        print("no more readings")


asyncio.run(main())
