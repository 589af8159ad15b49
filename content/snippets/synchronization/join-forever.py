import asyncio


async def cutter(cakes):
    while True:
        guests = await cakes.get()
        await asyncio.sleep(1)
        print(f"{360 // guests} degrees each")
        cakes.task_done()


async def main():
    cakes = asyncio.Queue()
    for guests in (4, 0, 6):
        cakes.put_nowait(guests)
    task = asyncio.create_task(cutter(cakes), name="cutter")
    await cakes.join()
    print("all cakes are cut")
    task.cancel()


asyncio.run(main())
