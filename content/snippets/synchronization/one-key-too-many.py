import asyncio

keys = asyncio.BoundedSemaphore(2)


async def shower(name, minutes):
    async with keys:
        await asyncio.sleep(minutes)
        print(f"{name} hangs the key back")
        keys.release()


async def main():
    try:
        await shower("Ann", 1)
    except ValueError as error:
        print("caretaker:", error)


asyncio.run(main())
