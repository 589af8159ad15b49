import asyncio


async def baker(orders):
    try:
        while True:
            order = await orders.get()
            await asyncio.sleep(1)
            print(f"baked {order}")
            orders.task_done()
    except asyncio.QueueShutDown:
        print("baker goes home")


async def main():
    orders = asyncio.Queue()
    for order in ("rolls", "bread", "cake"):
        orders.put_nowait(order)
    async with asyncio.TaskGroup() as bakery:
        bakery.create_task(baker(orders), name="baker")
        await asyncio.sleep(0.5)
        orders.shutdown(immediate=True)
        print("power cut;", orders.qsize(), "orders left")
        try:
            await orders.put("pie")
        except asyncio.QueueShutDown:
            print("no more orders")


asyncio.run(main())
