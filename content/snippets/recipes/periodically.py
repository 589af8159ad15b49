import asyncio


async def every(seconds, job):
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        try:
            await job()
        except OSError as error:
            print("skipped:", repr(error))
        due = max(due + seconds, loop.time())
        await asyncio.sleep(due - loop.time())


async def read_meter():
    print("reading")
    await asyncio.sleep(0.3)


async def main():
    async with asyncio.TaskGroup() as group:
        meter = group.create_task(every(1, read_meter))
        await asyncio.sleep(3.5)
        meter.cancel()
    print("no more readings")


asyncio.run(main())
