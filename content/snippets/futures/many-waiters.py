import asyncio


async def commuter(name, departure):
    platform = await departure
    print(f"{name} runs to platform {platform}")


async def main():
    departure = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as crowd:
        for name in ("Ann", "Ben", "Cleo"):
            crowd.create_task(commuter(name, departure), name=name)
        await asyncio.sleep(2)
        print("announced: platform 9")
        departure.set_result(9)
    print("asked again:", await departure)


asyncio.run(main())
