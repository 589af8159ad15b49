import asyncio


async def deliver(parcel, seconds):
    await asyncio.sleep(seconds)
    if parcel == "vase":
        raise OSError("it is broken")


async def worker(name, jobs, failed):
    while True:
        try:
            parcel, seconds = await jobs.get()
        except asyncio.QueueShutDown:
            print(name, "goes home")
            return
        try:
            async with asyncio.timeout(10):
                await deliver(parcel, seconds)
            print(name, "delivered", parcel)
        except Exception as error:
            print(name, "failed:", repr(error))
            failed.append(parcel)


async def main():
    jobs = asyncio.Queue(maxsize=2)
    failed = []
    async with asyncio.TaskGroup() as group:
        for name in ("Ann", "Ben"):
            group.create_task(worker(name, jobs, failed))
        parcels = [("book", 2), ("lamp", 1), ("vase", 3), ("tea", 2)]
        for parcel in parcels:
            await jobs.put(parcel)
        jobs.shutdown()
    print("to be tried again:", failed)


asyncio.run(main())
