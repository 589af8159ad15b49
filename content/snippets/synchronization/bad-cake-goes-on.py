import asyncio


async def cutter(cakes):
    while True:
        guests = await cakes.get()
        try:
            await asyncio.sleep(1)
            print(f"{360 // guests} degrees each")
        except ZeroDivisionError:
            print("no guests, no cake")
        finally:
            cakes.task_done()


async def main():
    cakes = asyncio.Queue()
    for guests in (4, 0, 6):
        cakes.put_nowait(guests)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(cutter(cakes), name="cutter")
        await cakes.join()
        print("all cakes are cut")
        task.cancel()


asyncio.run(main())
