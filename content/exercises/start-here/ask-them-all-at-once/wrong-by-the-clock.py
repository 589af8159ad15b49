import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    tasks = [asyncio.create_task(ask(*each)) for each in [("Oslo", 2), ("Rome", 3), ("Cork", 1)]]
    await asyncio.sleep(0)
    await asyncio.sleep(3)
    print("the map is complete")


asyncio.run(main())
