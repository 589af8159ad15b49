import asyncio


async def supervise(name, work, longest=30, tries=3, healthy=3):
    loop = asyncio.get_running_loop()
    failures = 0
    while True:
        started = loop.time()
        try:
            return await work()
        except Exception as error:
            print(f"{name}: {error!r}")
            if loop.time() - started > healthy:
                failures = 0
            failures += 1
            if failures == tries:
                raise
        await asyncio.sleep(min(2**failures, longest))


async def sensor():
    await asyncio.sleep(4)
    raise ConnectionError("lost")


async def radio():
    raise OSError("no aerial")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(supervise("sensor", sensor))
            await asyncio.sleep(9)
            group.create_task(supervise("radio", radio))
    except* OSError as failed:
        print("given up:", failed.exceptions)


asyncio.run(main())
