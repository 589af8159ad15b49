import asyncio


async def commuter(name, arrives, departure):
    await asyncio.sleep(arrives)
    platform = await departure
    await asyncio.sleep(1)
    print(f"{name} is on platform {platform}")


async def main():
    loop = asyncio.get_running_loop()
    bergen, turin = loop.create_future(), loop.create_future()
    loop.call_later(2, bergen.set_result, 9)
    loop.call_later(4, turin.set_result, 3)
    async with asyncio.TaskGroup() as station:
        station.create_task(commuter("Ann", 1, bergen), name="Ann")
        station.create_task(commuter("Ben", 3, bergen), name="Ben")
        station.create_task(commuter("Cleo", 0, turin), name="Cleo")


asyncio.run(main())
