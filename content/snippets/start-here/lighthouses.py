import asyncio


async def lighthouse(name, pause, flashes):
    for number in range(flashes):
        await asyncio.sleep(pause)
        print(f"{name} flashes")


async def main():
    async with asyncio.TaskGroup() as coast:
        coast.create_task(lighthouse("north", 2, 4), name="north")
        coast.create_task(lighthouse("south", 2.5, 3), name="south")
        coast.create_task(lighthouse("island", 3.5, 2), name="island")


asyncio.run(main())
