import asyncio


async def search(room, minutes):
    await asyncio.sleep(minutes)
    if room == "cellar":
        raise ValueError("a wasps' nest")
    print(f"{room}: nothing")


async def main():
    try:
        async with asyncio.TaskGroup() as party:
            party.create_task(search("hall", 1))
            party.create_task(search("attic", 5))
            await asyncio.sleep(2)
            print("main: one more room")
            party.create_task(search("cellar", 1))
    except* ValueError as errors:
        print("everybody out:", errors.exceptions[0])
    await asyncio.sleep(1)
    print("ice for the stings")


asyncio.run(main())
