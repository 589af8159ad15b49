import asyncio


async def prepare(dish, minutes):
    try:
        await asyncio.sleep(minutes)
        print(f"{dish} is packed")
    except asyncio.CancelledError:
        await asyncio.sleep(0.5)
        print(f"{dish} stays at home")
        raise


async def main():
    try:
        async with asyncio.timeout(3):
            async with asyncio.TaskGroup() as kitchen:
                kitchen.create_task(prepare("salad", 2))
                kitchen.create_task(prepare("cake", 9))
    except TimeoutError:
        print("off we go")


asyncio.run(main())
