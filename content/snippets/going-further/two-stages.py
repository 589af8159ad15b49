import asyncio


async def stage(work, seconds, source, target):
    try:
        while True:
            item = await source.get()
            await asyncio.sleep(seconds)
            await target.put(f"{item} {work}")
    except asyncio.QueueShutDown:
        target.shutdown()


async def main():
    raw, cut, done = (asyncio.Queue(maxsize=2) for _ in range(3))
    async with asyncio.TaskGroup() as group:
        group.create_task(stage("cut", 1, raw, cut))
        group.create_task(stage("framed", 1.5, cut, done))
        for picture in ("Alps", "Beach"):
            await raw.put(picture)
        raw.shutdown()
        try:
            while True:
                print(await done.get())
        except asyncio.QueueShutDown:
            print("all done")


asyncio.run(main())
