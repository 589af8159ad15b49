import asyncio


async def worker(name, jobs):
    while True:
        try:
            parcel, seconds = await jobs.get()
        except asyncio.QueueShutDown:
            print(name, "goes home")
            return
        await asyncio.sleep(seconds)
        print(name, "delivered", parcel)


async def main():
    jobs = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for name in ("Ann", "Ben"):
            group.create_task(worker(name, jobs))
        parcels = [("book", 2), ("lamp", 1), ("vase", 3), ("tea", 1)]
        for parcel in parcels:
            await jobs.put(parcel)
        jobs.shutdown()


asyncio.run(main())
