import asyncio


class Boat:
    async def __aenter__(self):
        await asyncio.sleep(1)

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(2)


async def trip(crew, weather):
    async with Boat():
        await asyncio.sleep(1)
        if weather == "storm":
            print(f"{crew}: turning back")
            return
        await asyncio.sleep(3)


async def main():
    await asyncio.gather(trip("Ada", "sun"), trip("Bee", "storm"))


asyncio.run(main())
