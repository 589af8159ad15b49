import asyncio


async def merge(*sources):
    queue = asyncio.Queue(maxsize=1)

    async def pump(source):
        try:
            async for item in source:
                await queue.put(item)
        finally:
            if hasattr(source, "aclose"):  # it is a generator
                await source.aclose()

    async def pump_all():
        async with asyncio.TaskGroup() as group:
            for source in sources:
                group.create_task(pump(source))

    pumping = asyncio.create_task(pump_all())
    pumping.add_done_callback(lambda _: queue.shutdown())
    try:
        while True:
            yield await queue.get()
    except asyncio.QueueShutDown:
        await pumping  # raises what a source has raised
    finally:
        pumping.cancel()
        await asyncio.wait([pumping])


async def readings(room, seconds):
    for degrees in (19, 20, 21):
        await asyncio.sleep(seconds)
        yield f"{room} {degrees}"


async def main():
    async for each in merge(readings("hall", 1), readings("loft", 1.2)):
        print(each)


asyncio.run(main())
