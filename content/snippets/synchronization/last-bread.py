import asyncio

loaves = 0
counter = asyncio.Condition()


async def customer(name):
    global loaves
    async with counter:
        if loaves == 0:
            await counter.wait()
        loaves -= 1
        await asyncio.sleep(1)
        print(f"{name} pays for a loaf, {loaves} left")


async def main():
    global loaves
    async with asyncio.TaskGroup() as shop:
        shop.create_task(customer("Ann"), name="Ann")
        shop.create_task(customer("Ben"), name="Ben")
        await asyncio.sleep(2)
        async with counter:
            loaves += 1
            counter.notify_all()


asyncio.run(main())
