import asyncio


async def brew(drink, seconds):
    print(f"brewing {drink}")
    await asyncio.sleep(seconds)
    print(f"{drink} is ready")


async def main():
    async with asyncio.TaskGroup() as kitchen:
        kitchen.create_task(brew("tea", 3), name="tea")
        kitchen.create_task(brew("espresso", 1), name="espresso")


asyncio.run(main())
