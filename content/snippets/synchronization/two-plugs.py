import asyncio

plugs = asyncio.Semaphore(2)


async def charge(car, hours):
    async with plugs:
        await asyncio.sleep(hours)
    print(f"{car} is full")


async def main():
    async with asyncio.TaskGroup() as garage:
        for car, hours in (("a", 4), ("b", 1), ("c", 1), ("d", 3)):
            garage.create_task(charge(car, hours), name=car)


asyncio.run(main())
