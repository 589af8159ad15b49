import asyncio


async def customer(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} is served")


async def till():
    await asyncio.sleep(1)
    asyncio.sleep(2)
    print("the till works again")


async def main():
    async with asyncio.TaskGroup() as shop:
        shop.create_task(customer("Ada", 2), name="Ada")
        shop.create_task(till(), name="till")
        shop.create_task(customer("Bo", 4), name="Bo")


asyncio.run(main())
