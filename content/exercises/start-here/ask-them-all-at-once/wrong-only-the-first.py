import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    stations = [("Oslo", 2), ("Rome", 3), ("Cork", 1)]
    tasks = [asyncio.create_task(ask(*station)) for station in stations]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("the map is complete")


asyncio.run(main())
