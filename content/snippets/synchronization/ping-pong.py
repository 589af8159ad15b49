import asyncio

table = asyncio.Barrier(2)


async def player(name, arrives, plays):
    await asyncio.sleep(arrives)
    await table.wait()
    await asyncio.sleep(plays)
    print(f"{name} goes home")


async def main():
    async with asyncio.TaskGroup() as club:
        club.create_task(player("Ann", 1, 2), name="Ann")
        club.create_task(player("Ben", 5, 1), name="Ben")
        club.create_task(player("Cleo", 2, 1), name="Cleo")
        club.create_task(player("Dan", 4, 3), name="Dan")


asyncio.run(main())
