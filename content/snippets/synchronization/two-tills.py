import asyncio


async def till(customers):
    try:
        while True:
            await asyncio.sleep(await customers.get())
            print(f"{asyncio.current_task().get_name()}: next, please")
    except asyncio.QueueShutDown:
        print(f"{asyncio.current_task().get_name()}: closed")


async def main():
    customers = asyncio.Queue()
    for minutes in (5, 1, 2):
        customers.put_nowait(minutes)
    async with asyncio.TaskGroup() as shop:
        shop.create_task(till(customers), name="left")
        shop.create_task(till(customers), name="right")
        await asyncio.sleep(0.5)
        customers.shutdown()
        print("the door is locked")


asyncio.run(main())
