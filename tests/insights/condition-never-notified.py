import asyncio

stock = 0


async def buyer(changed):
    async with changed:
        await changed.wait_for(lambda: stock > 0)
        print("bought")


async def supplier(changed):
    global stock
    await asyncio.sleep(1)
    async with changed:
        stock += 1


async def main():
    changed = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(buyer(changed))
        group.create_task(supplier(changed))


asyncio.run(main())
