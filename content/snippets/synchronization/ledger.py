import asyncio
import threading

ledger = threading.Lock()


async def enter(amount):
    with ledger:
        print(f"{amount}: begun")
        await asyncio.sleep(2)
        print(f"{amount}: entered")


async def main():
    async with asyncio.TaskGroup() as office:
        office.create_task(enter(100), name="first")
        await asyncio.sleep(1)
        office.create_task(enter(200), name="second")


asyncio.run(main())
