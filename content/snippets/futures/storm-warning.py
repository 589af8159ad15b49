import asyncio


async def passenger(name, arrives, ferry):
    await asyncio.sleep(arrives)
    try:
        print(f"{name} sails on the {await ferry}")
    except OSError as error:
        print(f"{name} hears of {error}")
        await asyncio.sleep(3)
        print(f"{name} came by bus")


async def main():
    ferry = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as quay:
        for name, arrives in [("Ann", 0), ("Ben", 1), ("Cleo", 4)]:
            quay.create_task(passenger(name, arrives, ferry), name=name)
        await asyncio.sleep(2)
        ferry.set_exception(OSError("a storm"))


asyncio.run(main())
