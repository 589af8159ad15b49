import asyncio


async def screen(name, rate):
    try:
        print(f"{name} shows {await asyncio.shield(rate)}")
    except asyncio.CancelledError:
        print(f"{name} is switched off")


async def main():
    rate = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as bank:
        hall = bank.create_task(screen("hall", rate), name="hall")
        desk = bank.create_task(screen("desk", rate), name="desk")
        bank.create_task(screen("window", rate), name="window")
        await asyncio.sleep(1)
        hall.cancel()
        await asyncio.sleep(1.5)
        desk.cancel()
        await asyncio.sleep(1.5)
        rate.set_result("1.08")


asyncio.run(main())
