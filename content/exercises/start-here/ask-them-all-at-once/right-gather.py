import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    print(f"{station} answers")


async def main():
    stations = [("Oslo", 2), ("Rome", 3), ("Cork", 1)]
    await asyncio.gather(*(ask(*station) for station in stations))
    print("the map is complete")


asyncio.run(main())
