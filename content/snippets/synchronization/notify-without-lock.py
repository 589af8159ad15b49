import asyncio

shelf = asyncio.Condition()


async def customer():
    async with shelf:
        await shelf.wait()
        print("the customer looks")


async def main():
    async with asyncio.TaskGroup() as shop:
        shop.create_task(customer(), name="customer")
        await asyncio.sleep(1)
        try:
            shelf.notify_all()
        except RuntimeError as error:
            print("RuntimeError:", error)
        async with shelf:
            shelf.notify_all()
            print("notified")


asyncio.run(main())
