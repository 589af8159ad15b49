import asyncio
import time


async def customer(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} has a bouquet")


async def florist():
    await asyncio.sleep(2)
    time.sleep(2)
    print("the wreath is tied")
    await asyncio.sleep(1)
    print("the floor is swept")


async def main():
    async with asyncio.TaskGroup() as shop:
        shop.create_task(florist(), name="florist")
        for name, seconds in [("Lea", 1), ("Max", 3), ("Noa", 4.5)]:
            shop.create_task(customer(name, seconds), name=name)


asyncio.run(main())
