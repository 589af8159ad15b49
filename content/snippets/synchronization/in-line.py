import asyncio

shower = asyncio.Lock()


async def guest(name, arrives, minutes):
    await asyncio.sleep(arrives)
    async with shower:
        print(f"{name} goes in")
        await asyncio.sleep(minutes)


async def main():
    async with asyncio.TaskGroup() as house:
        house.create_task(guest("Ann", 0, 5), name="Ann")
        house.create_task(guest("Ben", 1, 2), name="Ben")
        house.create_task(guest("Cleo", 2, 1), name="Cleo")


asyncio.run(main())
