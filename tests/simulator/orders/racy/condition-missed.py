import asyncio


async def consumer(condition, name):
    await asyncio.sleep(0.01)  # set up
    async with condition:
        await condition.wait()
        print(name, "got it")


async def producer(condition):
    await asyncio.sleep(0.0125)
    async with condition:
        condition.notify_all()
        print("notified")


async def main():
    condition = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        for name in ("x", "y"):
            group.create_task(consumer(condition, name))
        group.create_task(producer(condition))


asyncio.run(main())
